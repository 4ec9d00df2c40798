/** Reads a QR code with the camera of this device. Pictures are looked at here and go nowhere. */
import { ErrorNote } from '@keychart/ui';
import { Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface ScanCodeProps {
  readonly onText: (text: string) => void;
}

const LOOK_EVERY_MS = 150;
/** A side of the picture that is looked at: enough for the code of a key, quick on an old phone. */
const SIDE = 640;

export function ScanCode({ onText }: ScanCodeProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [failure, setFailure] = useState<string>();
  const found = useEffectEvent(onText);
  useEffect(() => {
    let over = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = async () => {
      const { default: decode } = await import('qr/decode.js');
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const screen = video.current;
      if (over || screen === null) {
        stop(opened);
        return;
      }
      stream = opened;
      screen.srcObject = opened;
      await screen.play();
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      const look = () => {
        if (over || pen === null) return;
        const text = read(screen, canvas, pen, decode);
        if (text === undefined) timer = setTimeout(look, LOOK_EVERY_MS);
        else found(text);
      };
      look();
    };
    start().catch((fault: unknown) => {
      if (!over) setFailure(cameraText(fault));
    });
    return () => {
      over = true;
      clearTimeout(timer);
      if (stream) stop(stream);
    };
  }, []);
  if (failure !== undefined) return <ErrorNote title="The camera cannot be used" detail={failure} />;
  return (
    <>
      <video ref={video} muted playsInline aria-label="What the camera sees" style={{ width: '100%' }} />
      <Text size="sm" c="dimmed" role="status">
        Hold the code in front of the camera.
      </Text>
    </>
  );
}

type Decode = typeof import('qr/decode.js').default;

function read(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  pen: CanvasRenderingContext2D,
  decode: Decode,
): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, SIDE / Math.min(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decode({ width: picture.width, height: picture.height, data: picture.data });
  } catch {
    return undefined; // no code in this picture: the next one may have it
  }
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

function cameraText(fault: unknown): string {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'NotAllowedError')
    return 'This browser does not let Keychart use the camera. Allow it in the settings of the page, or paste the text of the code below.';
  if (name === 'NotFoundError') return 'This device has no camera. Paste the text of the code below.';
  return 'It did not start. Close other apps that use it, or paste the text of the code below.';
}
