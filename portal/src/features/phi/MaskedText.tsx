import { pseudonymsIn } from './spans';

/** A text as a model sees it, with its pseudonyms set off. */
export function MaskedText({ text }: { text: string }) {
  return (
    <p className="masked">
      {pseudonymsIn(text).map((piece, index) =>
        piece.type ? (
          <b key={index} className="pseudonym">
            {piece.text}
          </b>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
