// What the pages do beyond links and forms: send files one by one, and light up what belongs together.
'use strict';
document.documentElement.classList.add('scripted');

function handIn(form) {
  const input = form.querySelector('input[type=file]');
  const list = document.getElementById('outcomes');
  const most = Number(form.dataset.megabytes) * 1048576;
  const sent = document.getElementById('sent');
  const queue = [];
  let going = 0, all = 0, done = 0, refused = 0;

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text || '';
    return element;
  };

  function line(file) {
    const item = make('li', 'outcome going');
    const body = make('div', '');
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const state = make('span', 'faint', form.dataset.waiting);
    body.append(make('span', 'title', file.name), state, bar);
    item.append(body);
    return { item, bar, state };
  }

  function refuse(shown, file, sentence) {
    const body = make('div', '');
    body.append(make('span', 'title', file.name), make('span', 'refusal', sentence));
    shown.item.className = 'outcome refused';
    refused++;
    shown.item.replaceChildren(make('span', 'state', '✕'), body);
  }

  function answer(request, shown, file) {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const lines = page.querySelectorAll('li.outcome');
    if (request.status === 200 && lines.length > 0) {
      if (lines[0].matches('.refused')) refused++;
      shown.item.replaceWith(...lines);
      return;
    }
    const problem = page.querySelector('[data-problem]');
    refuse(shown, file, problem ? problem.textContent : form.dataset.broken);
  }

  function send({ file, shown }) {
    const request = new XMLHttpRequest();
    const parts = new FormData();
    parts.append('file', file);
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('X-Fragment', 'true');
    request.upload.onprogress = event => {
      shown.bar.value = event.total ? 100 * event.loaded / event.total : 0;
      shown.state.textContent = form.dataset.sending;
    };
    request.upload.onload = () => {
      shown.bar.removeAttribute('value');
      shown.state.textContent = form.dataset.reading;
    };
    request.onload = () => answer(request, shown, file);
    request.onerror = () => refuse(shown, file, form.dataset.broken);
    request.onloadend = () => { going--; done++; tell(); next(); };
    request.send(parts);
  }

  function next() {
    while (going < 2 && queue.length > 0) {
      going++;
      send(queue.shift());
    }
  }

  function tell() {
    sent.hidden = all < 2;
    const bar = sent.querySelector('progress');
    bar.max = all;
    bar.value = done;
    sent.querySelector('span').textContent = sent.dataset.of.replace('{0}', done).replace('{1}', all)
      + (refused ? sent.dataset.refused.replace('{0}', refused) : '');
  }

  // The first of the files is sent first, and stands above the others.
  function take(files) {
    const lines = [...files].map(file => ({ file, shown: line(file) }));
    list.prepend(...lines.map(one => one.shown.item));
    all += lines.length;
    for (const one of lines) {
      if (one.file.size > most) { refuse(one.shown, one.file, form.dataset.tooLarge); done++; }
      else queue.push(one);
    }
    tell();
    next();
  }

  const chosen = () => { if (input.files.length) take(input.files); input.value = ''; };
  input.addEventListener('change', chosen);
  chosen(); // somebody was faster than this script
  form.addEventListener('submit', event => event.preventDefault());
  for (const kind of ['dragover', 'dragenter']) {
    form.addEventListener(kind, event => { event.preventDefault(); form.classList.add('over'); });
  }
  form.addEventListener('dragleave', event => { if (!form.contains(event.relatedTarget)) form.classList.remove('over'); });
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('over');
    take(event.dataTransfer.files);
  });
}

function readReport(paper) {
  const about = element => (element.dataset.about || '').split(' ').filter(id => id);

  function light(ids, places) {
    document.querySelectorAll('.lit').forEach(element => element.classList.remove('lit'));
    document.querySelectorAll('[data-about]').forEach(element => {
      if (about(element).some(id => ids.has(id))) element.classList.add('lit');
    });
    paper.querySelectorAll('[data-s]').forEach(element => {
      const start = Number(element.dataset.s), end = Number(element.dataset.e);
      if (places.some(([from, to]) => from < end && start < to)) element.classList.add('lit');
    });
  }

  let chosen = { hash: '', finding: '' };

  // The id of the value that is read at a place.
  function valueAt(place) {
    const link = place && (place.matches('.m') ? place : place.nextElementSibling);
    return link && link.matches('.m') ? [link.getAttribute('href').slice(1)] : [];
  }

  // What a link leads to, and all that it is about: a value and its place, a finding and every side of it.
  function lead() {
    if (chosen.finding && chosen.hash === location.hash) return light(new Set([chosen.finding]), []);
    const id = decodeURIComponent(location.hash.slice(1));
    const place = /^s(\d+)-(\d+)$/.exec(id);
    if (place && Number(place[2]) - Number(place[1]) > 160) return light(new Set(), []);
    const target = document.getElementById(id);
    if (place) light(new Set(valueAt(target)), [[Number(place[1]), Number(place[2])]]);
    else if (target && target.dataset.about !== undefined) light(new Set([id]), []);
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const finding = link.closest('.finding');
    chosen = { hash: link.getAttribute('href'), finding: finding ? finding.id : '' };
    setTimeout(lead, 0); // the browser goes to the place first; a second click on one link changes no address
  });
  // Where a link led to another printed page, what it is about stands on the other side, as it did before.
  function bringBoth() {
    const value = document.querySelector('.found-in .lit');
    const place = paper.querySelector('.lit');
    if (!value || !place || small.matches) return;
    value.scrollIntoView({ block: 'center' });
    const side = paper.closest('.text');
    side.scrollTop += place.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 2;
  }

  window.addEventListener('hashchange', lead);
  lead();
  if (paper.matches('.printed')) window.addEventListener('load', () => setTimeout(bringBoth, 0));
}

// The form of a correction, brought to where the value stands; without it the link leads to the form's own page.
function correctInPlace() {
  const dialog = document.createElement('dialog');
  dialog.className = 'mend';
  document.body.append(dialog);
  const close = event => { event.preventDefault(); dialog.close(); };

  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-mend]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const form = page && page.getElementById('correct');
    if (!form) { location.assign(link.href); return; }
    const heading = document.createElement('h2');
    heading.id = 'mend-title';
    heading.textContent = page.querySelector('h1').textContent;
    dialog.setAttribute('aria-labelledby', heading.id);
    dialog.replaceChildren(heading, form);
    dialog.querySelector('[data-close]').addEventListener('click', close);
    dialog.showModal();
    const value = dialog.querySelector('[name=value]');
    value.focus();
    value.select();
    value.addEventListener('input', () => {
      const stated = dialog.querySelector('[name=state][value=stated]');
      if (stated && value.value) stated.checked = true;
    });
  });
}

// How what is typed may go on: the last word of a question, or all of a name.
function suggestions() {
  let waiting = 0;

  async function suggest(input) {
    const list = input.list;
    const begun = (input.dataset.whole === undefined ? /[^\s()"]+$/ : /\S.*$/).exec(input.value);
    if (!begun) return list.replaceChildren();
    const answer = await fetch(input.dataset.suggestions + '?q=' + encodeURIComponent(begun[0])).catch(() => null);
    if (!answer || !answer.ok) return;
    const before = input.value.slice(0, begun.index);
    const items = await answer.json();
    list.replaceChildren(...items.map(item => {
      const option = document.createElement('option');
      option.value = before + item.text;
      if (item.label) option.label = item.label;
      return option;
    }));
  }

  document.addEventListener('input', event => {
    if (!event.target.matches('[data-suggestions]')) return;
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 150, event.target);
  });
}

// Many files go in several requests: the first begins the batch, the others add to it.
function handInMany(form) {
  const input = form.querySelector('input[type=file]');
  const shown = form.querySelector('.going');
  const most = Number(form.dataset.most), bytes = Number(form.dataset.megabytes) * 1048576 * .95;
  const say = text => { shown.hidden = false; shown.querySelector('span').textContent = text; };

  function parts(files) {
    const all = [];
    let size = 0;
    for (const file of files) {
      if (all.length === 0 || all.at(-1).length === most || size + file.size > bytes) { all.push([]); size = 0; }
      all.at(-1).push(file);
      size += file.size;
    }
    return all;
  }

  async function send(files) {
    let batch = '', sent = 0;
    input.disabled = true;
    for (const part of parts(files)) {
      say(form.dataset.sending + ' ' + sent + '/' + files.length);
      const body = new FormData();
      part.forEach(file => body.append('file', file));
      const to = form.dataset.batch + (batch ? '/' + batch + '/files' : '');
      const answer = await fetch(to, { method: 'POST', body }).catch(() => null);
      const said = answer ? await answer.json().catch(() => null) : null;
      if (!answer || !answer.ok || !said) { input.disabled = false; return say(said && said.title || form.dataset.broken); }
      batch = said.id;
      sent += part.length;
      shown.querySelector('progress').value = 100 * sent / files.length;
    }
    location.assign(form.dataset.page + batch);
  }

  const chosen = () => { if (input.files.length) send([...input.files]); };
  input.addEventListener('change', chosen);
  chosen(); // somebody was faster than this script
  form.addEventListener('submit', event => event.preventDefault());
  for (const kind of ['dragover', 'dragenter']) {
    form.addEventListener(kind, event => { event.preventDefault(); form.classList.add('over'); });
  }
  form.addEventListener('dragleave', event => { if (!form.contains(event.relatedTarget)) form.classList.remove('over'); });
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer.files.length) send([...event.dataTransfer.files]);
  });
}

// What happens to the files of a batch, as it happens; nothing that somebody is writing is taken away.
function followBatch(line) {
  const form = document.getElementById('batch');
  let touched = false;
  if (form) form.addEventListener('input', () => { touched = true; });
  const events = new EventSource(line.dataset.events);
  const read = event => JSON.parse(event.data);
  const progress = batch => {
    const done = batch.files - batch.underWay;
    line.querySelector('progress').value = done;
    line.querySelector('span').textContent = line.dataset.of.replace('{0}', done).replace('{1}', batch.files);
  };
  events.addEventListener('file', event => {
    const file = read(event);
    const tag = document.querySelector('#f' + file.place + ' [data-state]');
    if (!tag) return;
    tag.className = 'tag ' + file.state;
    tag.textContent = document.querySelector('[data-word=' + file.state + ']').textContent;
  });
  events.addEventListener('progress', event => progress(read(event)));
  events.addEventListener('done', event => {
    events.close();
    progress(read(event));
    if (touched) line.querySelector('span').textContent = line.dataset.ended;
    else {
      const there = new URL(location);
      there.searchParams.delete('said');
      if (there.href === location.href) location.reload(); else location.replace(there);
    }
  });
}

// What narrows a search stands above the hits on a small screen, and then only on demand.
function fold() {
  document.querySelectorAll('details[data-fold]').forEach(part => { part.open = !small.matches; });
}

const small = window.matchMedia('(max-width: 900px)');
fold();
small.addEventListener('change', fold);
document.addEventListener('htmx:load', event => { if (event.detail.elt.id === 'found') fold(); });
const many = document.querySelector('form[data-batch]');
if (many) handInMany(many);
const followed = document.querySelector('[data-events]');
if (followed) followBatch(followed);
const drop = document.getElementById('drop');
if (drop) handIn(drop);
const paper = document.querySelector('.paper');
if (paper) readReport(paper);
if (document.querySelector('[data-mend]')) correctInPlace();
suggestions();
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
// Where a part of a page is refused, the whole of it is asked for: it says what to do, or where to sign in again.
for (const failed of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(failed, event => {
    const answer = event.detail;
    if (answer.boosted || answer.xhr.status === 401) location.assign(answer.pathInfo.finalRequestPath);
  });
}
// A choice counts at once. What is heard by the document is heard also of a form that was put there a moment ago.
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-send]');
  if (form && event.target.matches('select, [type=checkbox]')) form.requestSubmit();
});
