import { qrCode } from '../../libraries/paper/qr-code.ts'

/** A QR code drawn here: what it says leaves the page for the camera only. */
export function QrPicture({ text, name }: { text: string; name: string }) {
  const grid = qrCode(text)
  const size = grid.length + 8
  const path = grid
    .flatMap((line, row) => line.flatMap((dark, column) => (dark ? [`M${column + 4} ${row + 4}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="208"
      height="208"
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
