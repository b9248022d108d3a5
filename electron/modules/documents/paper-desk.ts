import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { Gate, GateItem } from '../../../shared/modules/documents/documents.model';
import { inOrder, isOpen, lastReturn, paperItem, withReasons } from '../../../shared/modules/documents/documents.rules';
import { formatNumber } from '../../../shared/modules/documents/numbering.rules';
import { fillTemplate, missingFields } from '../../../shared/papers/template';
import type { ReadContext } from '../../ipc/context';
import { contractData, linkOfField } from './contract-data';
import type { ContractPaper, PaperDesk, PaperMarks } from './desk.model';
import { DocumentEntity, type ContractDraftEntity } from './document.entity';
import { needsOf, ruleItems } from './gate.service';
import { expectedNumber } from './numbering';
import { paperSources } from './paper-sources';
import { numberOf, rulesInForce, type RulesInForce } from './rules.service';
import { templateInForce } from './templates.service';

/** Told in every issued document: which code laid it out. Raised when the layout changes what a page looks like. */
export const ENGINE_VERSION = 'pdfmake-0.3.11/layout-1';

const NO_MARKS = { number: null, version: 1, corrects: null };

function fieldItems(context: ReadContext, draft: ContractDraftEntity): GateItem[] {
  const { template } = templateInForce(context, draft.jurisdiction, context.today);
  const missing = new Set(missingFields(template, contractData(context, draft, NO_MARKS, [])));
  // The length of a term is no field of its own: it is missing when an end of the term is.
  missing.delete('term.length');
  for (const [field, value] of [
    ['term.from', draft.terms.termFrom],
    ['term.to', draft.terms.termTo],
  ] as const)
    if (value === null) missing.add(field);
  return [...missing].map((field) => ({
    code: `field.${field}`,
    key: `field.${field}`,
    status: 'missing',
    concerns: '',
    detail: { code: 'FIELD.EMPTY', params: {} },
    link: linkOfField(context, draft, field),
  }));
}

function paperItems(context: ReadContext, draft: ContractDraftEntity, rules: RulesInForce, last: PlainDate | null): GateItem[] {
  const consentAge = numberOf(rules, 'age.childConsentFrom') ?? 0;
  const facts = paperSources(() => consentAge).flatMap((source) => source.facts(context, draft));
  return needsOf(context, draft, rules).map((need) => paperItem(facts, need, draft.terms.termFrom, last, context.today));
}

function gate(context: ReadContext, draft: ContractDraftEntity): Gate {
  const rules = rulesInForce(context, draft.jurisdiction, context.today);
  const template = templateInForce(context, draft.jurisdiction, context.today);
  const last = lastReturn(draft.terms);
  const found = [...fieldItems(context, draft), ...ruleItems(context, draft, rules, last), ...paperItems(context, draft, rules, last)];
  const items = inOrder(withReasons(found, draft.warningReasons));
  const year = Number(context.today.slice(0, 4));
  const corrected = draft.corrects === null ? undefined : context.db.table(DocumentEntity).byId(draft.corrects);
  return {
    items,
    open: isOpen(items),
    lastReturnOn: last,
    nextNumber: corrected?.number ?? formatNumber('guest-contract', year, expectedNumber(context.db, 'guest-contract', year)),
    rulePack: {
      id: rules.pack.id,
      version: rules.version,
      inForceFrom: rules.inForceFrom,
      checkedBy: rules.checkedBy,
      checkedOn: rules.checkedOn,
      source: rules.source,
    },
    template: { id: template.id, version: template.version },
  };
}

function paper(context: ReadContext, draft: ContractDraftEntity, marks: PaperMarks): ContractPaper {
  const { id, version, template } = templateInForce(context, draft.jurisdiction, context.today);
  const corrects = draft.corrects === null ? null : (context.db.table(DocumentEntity).byId(draft.corrects) ?? null);
  const named = corrects && `${corrects.number}${corrects.version > 1 ? ` (${String(corrects.version)})` : ''}`;
  const data = contractData(context, draft, { number: marks.number, version: marks.version, corrects: named }, gate(context, draft).items);
  const languages = template.languages.filter((language) => draft.terms.languages.includes(language));
  const filled = fillTemplate(template, data, {
    layout: draft.terms.layout,
    languages: languages.length > 0 ? languages : template.languages,
    masked: marks.isMasked,
    isDraft: marks.isDraft,
    issuedAt: context.nowIso,
  });
  return { paper: filled, data, templateVersion: `${id}/${version}`, engineVersion: ENGINE_VERSION };
}

export const paperDesk: PaperDesk = {
  gate,
  paper,
  render: (services, { paper: ready }, signal) => services.pdf.render(ready, signal ? { signal } : undefined),
};
