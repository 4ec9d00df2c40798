/** What a camera sees that is held before a code: a video in YUV4MPEG2, as Chromium's stand-in for a camera reads it. */
import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
/** Pixels of one dot of the code. */
const DOT = 6;
const FRAMES = 4;
const WHITE = 235;
const BLACK = 16;
const GREY = 128;

/** Arguments of a Chromium whose camera shows the file at `path`, from the moment a page asks for the camera. */
export const cameraArgs = (path: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
];

export function writeQrVideo(path: string, text: string): void {
  const dots = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const side = dots.length * DOT;
  if (side > HEIGHT) throw new Error(`writeQrVideo: a code of ${dots.length} dots does not fit the picture`);
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const left = (WIDTH - side) / 2;
  const top = (HEIGHT - side) / 2;
  for (const [y, row] of dots.entries())
    for (const [x, dark] of row.entries())
      if (dark)
        for (let line = 0; line < DOT; line += 1) {
          const at = (top + y * DOT + line) * WIDTH + left + x * DOT;
          light.fill(BLACK, at, at + DOT);
        }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
