import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { startI18n } from '../lib/i18n';

// As long as it takes on a machine that builds other things at once.
configure({ asyncUtilTimeout: 20_000 });
beforeAll(() => startI18n('en'));
afterEach(cleanup);
