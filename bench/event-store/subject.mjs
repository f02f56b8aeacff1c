// Our event store for the harness of other event stores: `node bench.mjs --subject=bench/event-store/subject.mjs`.
export { create, label, tables } from './subject.ts';
