import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Answers that a model may give, or a document may plant, to run something or to load something from elsewhere.
import attacks from '../../testing/attacks.json';
import Markdown from './Markdown';

const FORBIDDEN = ['script', 'iframe', 'object', 'embed', 'img', 'svg', 'math', 'form', 'input', 'style', 'link', 'meta', 'base', 'video', 'audio'];

describe('Markdown', () => {
  it.each(attacks)('makes nothing of %j that runs or loads', (attack) => {
    const { container } = render(<Markdown text={attack} />);
    const markdown = container.querySelector('.markdown') ?? container;
    // The icon of a button is ours.
    markdown.querySelectorAll('.code-head').forEach((head) => head.remove());
    expect(markdown.querySelectorAll(FORBIDDEN.join(','))).toHaveLength(0);
    markdown.querySelectorAll('*').forEach((element) => {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(on|style$|src|srcset|srcdoc|action|formaction|xlink)/);
        if (name === 'href') {
          expect(value).toMatch(/^(https?:|mailto:)/);
        }
      }
    });
  });

  it('shows a long table as one, with its head once and nothing in it that runs', () => {
    const rows = Array.from({ length: 50 }, (_, row) => `| ${row} | <img src=x onerror="window.attacked=1"> [x](javascript:window.attacked=1) |`);
    const { container } = render(<Markdown text={['| a | b |', '| - | -: |', ...rows].join('\n')} />);
    expect(container.querySelectorAll('table')).toHaveLength(1);
    expect(container.querySelectorAll('thead tr')).toHaveLength(1);
    expect([...container.querySelectorAll('tbody tr td:first-child')].map((cell) => cell.textContent)).toEqual(rows.map((_, row) => `${row}`));
    expect(container.querySelectorAll('img, a')).toHaveLength(0);
  });

  it('shows tables, lists, code and links', () => {
    const { container } = render(<Markdown text={'| a |\n| - |\n| 1 |\n\n- x\n\n```js\nlet a;\n```\n\n[here](https://example.org)'} />);
    expect(container.querySelector('td')?.textContent).toBe('1');
    expect(container.querySelector('li')?.textContent).toBe('x');
    expect(container.querySelector('code')?.textContent).toBe('let a;\n');
    expect(container.querySelector('a')).toMatchObject({ href: 'https://example.org/', rel: 'noreferrer noopener', target: '_blank' });
  });
});
