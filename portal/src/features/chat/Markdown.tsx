import { lazy, memo, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { Copy } from '../../components/Copy';
import { blocksOf, rowsOf } from './blocks';

const MathMarkdown = lazy(() => import('./MathMarkdown'));

/** Nothing that loads by itself, nothing that a page could be made to look like. */
export const SAFE: Options['rehypePlugins'] = [
  [
    rehypeSanitize,
    {
      ...defaultSchema,
      tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !['img', 'picture', 'source', 'input'].includes(tag)),
      protocols: { href: ['http', 'https', 'mailto'] },
      attributes: { a: ['href'], code: [['className', /^language-./, 'math-inline', 'math-display']], td: ['align'], th: ['align'], ol: ['start'] },
    },
  ],
];

const FORMULA = /\$[^$]|\\\(/;

function Code({ className, children }: { className?: string; children?: React.ReactNode }) {
  const text = String(children ?? '');
  if (!className && !text.includes('\n')) {
    return <code>{children}</code>;
  }
  const language = /language-(\S+)/.exec(className ?? '')?.[1];
  return (
    <span className="code-block">
      <span className="code-head">
        <span>{language ?? ''}</span>
        <Copy text={text} />
      </span>
      {/* Reached by keys, since it may be wider than the page. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <code className={className} tabIndex={0}>
        {children}
      </code>
    </span>
  );
}

function Table({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-label={t('chat.table')} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

export const PARTS: Components = {
  // A link leads out, and says where to: not to a page of ours under a name of the model's choice.
  a: ({ href, children }) =>
    href && /^(https?:\/\/|mailto:)/i.test(href) ? (
      <a href={href} title={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    ) : (
      <>{children}</>
    ),
  // An image is a request to wherever the model likes: only what it is called is shown.
  img: ({ alt }) => <span className="muted">{alt}</span>,
  code: Code,
  table: Table,
  // A page has one first heading, and an answer is below it.
  h1: ({ children }) => <h2>{children}</h2>,
  h4: ({ children }) => <h3>{children}</h3>,
};

const Block = memo(function Block({ text }: { text: string }) {
  const plain = (
    <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={SAFE} components={PARTS}>
      {text}
    </ReactMarkdown>
  );
  return FORMULA.test(text) ? (
    <Suspense fallback={plain}>
      <MathMarkdown text={text} />
    </Suspense>
  ) : (
    plain
  );
});

const Rows = memo(function Rows({ text, parts }: { text: string; parts: Components }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={SAFE} components={parts}>
      {text}
    </ReactMarkdown>
  );
});

const FIRST_ROWS: Components = { ...PARTS, table: ({ children }) => <>{children}</> };
const MORE_ROWS: Components = { ...FIRST_ROWS, thead: () => null };

/** A long table, some rows at a time: as it grows, what is there of it is not read anew. */
function LongTable({ parts }: { parts: readonly string[] }) {
  return (
    <Table>
      {parts.map((part, index) => (
        <Rows key={index} text={part} parts={index === 0 ? FIRST_ROWS : MORE_ROWS} />
      ))}
    </Table>
  );
}

const AnyBlock = memo(function AnyBlock({ text }: { text: string }) {
  const rows = useMemo(() => rowsOf(text), [text]);
  return rows ? <LongTable parts={rows} /> : <Block text={text} />;
});

/** Markdown of a model, which may hold anything. */
export default function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <div className="markdown">
      {blocks.map((block, index) => (
        <AnyBlock key={index} text={block} />
      ))}
    </div>
  );
}
