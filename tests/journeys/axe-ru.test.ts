import { looksAtEveryPage } from './axe.ts';

looksAtEveryPage('ru');
