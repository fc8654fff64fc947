import 'katex/dist/katex.min.css';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { PARTS, SAFE } from './Markdown';

/** Formulas are set after the text was made safe; KaTeX trusts nothing in them. */
export default function MathMarkdown({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, remarkMath]}
      rehypePlugins={[...(SAFE ?? []), [rehypeKatex, { trust: false, strict: 'ignore', maxExpand: 200, maxSize: 20 }]]}
      components={PARTS}
    >
      {text}
    </ReactMarkdown>
  );
}
