/** The mark and the name. */
import classes from './logo.module.css';

export function Logo({ size = 24, mark = false }: { readonly size?: number; readonly mark?: boolean }) {
  return (
    <span className={classes.logo} style={{ fontSize: size * 0.6 }}>
      <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden="true">
        <rect width="512" height="512" rx="96" fill="#0b6a64" />
        <g fill="none" stroke="#fff" strokeWidth="36" strokeLinecap="round" strokeLinejoin="round">
          <circle cx="176" cy="256" r="72" />
          <path d="M248 256h176m-72 0v64m72-64v40" />
        </g>
      </svg>
      {!mark && <span>Keychart</span>}
    </span>
  );
}
