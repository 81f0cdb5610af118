import { looksAtEveryPage } from './axe.ts';

looksAtEveryPage('kk');
