/** Style sheets are imported for their effect, CSS modules for their class names; Vite does both. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css';
