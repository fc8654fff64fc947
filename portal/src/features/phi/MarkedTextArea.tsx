import { useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { piecesOf, type Span } from './spans';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  spans: Span[];
  isReadOnly: boolean;
  onChange(value: string): void;
  onKeyDown(event: KeyboardEvent): void;
  input: Ref<HTMLTextAreaElement>;
  describedBy?: string;
}

/** A field for a long text in which identifiers are marked: the marks lie behind the field, which itself is see-through. */
export function MarkedTextArea({ label, placeholder, value, spans, isReadOnly, onChange, onKeyDown, input, describedBy }: Props) {
  const marks = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const area = field.current?.querySelector('textarea');
    if (area && marks.current) {
      marks.current.scrollTop = area.scrollTop;
    }
  }, [value, spans]);

  return (
    <TextField className="marked" value={value} onChange={onChange} isReadOnly={isReadOnly} aria-describedby={describedBy} autoComplete="off" spellCheck="false">
      <Label className="sr-only">{label}</Label>
      <div className="marked-field" ref={field} data-value={`${value}\n`}>
        <div className="marked-marks" aria-hidden="true" ref={marks}>
          {piecesOf(value, spans).map((piece, index) =>
            piece.span ? (
              <mark key={index} data-type={piece.span.finding.type}>
                {piece.text}
              </mark>
            ) : (
              <span key={index}>{piece.text}</span>
            ),
          )}
          {'\n'}
        </div>
        <TextArea
          ref={input}
          placeholder={placeholder}
          rows={1}
          onKeyDown={onKeyDown}
          onScroll={(event) => {
            if (marks.current) {
              marks.current.scrollTop = event.currentTarget.scrollTop;
            }
          }}
        />
      </div>
    </TextField>
  );
}
