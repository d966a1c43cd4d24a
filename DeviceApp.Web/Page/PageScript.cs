namespace SecureEsp.DeviceApp.Web.Page
{
    /// <summary>What the built-in page does: everything by RPC, nothing from elsewhere. Texts from the device never become markup.</summary>
    public static class PageScript
    {
        /// <summary>Its text.</summary>
        public const string Text = @"'use strict';
const at = id => document.getElementById(id);
let known = {};

function tell(text, bad) {
  at('message').textContent = text;
  at('message').className = bad ? 'bad' : '';
}

async function rpc(method, parameters) {
  const answer = await fetch('/rpc/' + method, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(parameters || {}) });
  const text = await answer.text();
  let result = null;
  try { result = JSON.parse(text); } catch (e) { result = { message: text.trim() }; }
  if (!answer.ok) throw new Error(method + ': ' + (result && result.message || answer.status));
  return result;
}

function flat(value, prefix, into) {
  for (const key of Object.keys(value || {})) {
    const name = prefix ? prefix + '.' + key : key;
    if (value[key] !== null && typeof value[key] === 'object' && !Array.isArray(value[key])) flat(value[key], name, into);
    else into[name] = value[key];
  }
  return into;
}

function rows(table, values, cell) {
  table.replaceChildren(...Object.keys(values).map(key => {
    const row = document.createElement('tr');
    const left = document.createElement('td');
    const right = document.createElement('td');
    left.textContent = key;
    right.append(cell ? cell(key, values[key]) : String(values[key]));
    row.append(left, right);
    return row;
  }));
}

function input(key, value) {
  const field = document.createElement('input');
  field.name = key;
  field.value = value === null ? '' : String(value);
  field.dataset.was = field.value;
  field.dataset.type = typeof value;
  return field;
}

async function part(work) {
  try { await work(); return true; } catch (e) { tell(e.message, true); return false; }
}

async function refresh() {
  tell('');
  await part(async () => {
    const info = await rpc('Sys.GetInfo');
    at('name').textContent = info.id || 'SecureEsp';
    document.title = at('name').textContent;
    rows(at('status'), flat(info, '', {}));
  });
  await part(async () => rows(at('update'), flat(await rpc('OTA.GetBootState'), '', {})));
  await part(async () => { known = flat(await rpc('Config.Get'), '', {}); rows(at('config'), known, input); });
  await part(async () => at('files').replaceChildren(...(await rpc('FS.List')).map(name => {
    const item = document.createElement('li');
    item.textContent = name;
    return item;
  })));
  await part(async () => {
    const answer = await fetch('/log');
    if (answer.ok) at('log').textContent = await answer.text();
  });
}

async function save(event) {
  event.preventDefault();
  let count = 0;
  for (const field of at('settings').querySelectorAll('input')) {
    if (field.value === field.dataset.was) continue;
    const value = field.dataset.type === 'number' ? Number(field.value) : field.dataset.type === 'boolean' ? field.value === 'true' : field.value;
    if (!await part(() => rpc('Config.Set', { key: field.name, value: value }))) return;
    count++;
  }
  if (count && await part(() => rpc('Config.Save'))) { await refresh(); tell(count + ' saved'); }
}

function button(id, method, words, question) {
  at(id).addEventListener('click', () => {
    if (!question || confirm(question)) part(async () => { await rpc(method); tell(words); });
  });
}

at('refresh').addEventListener('click', refresh);
at('settings').addEventListener('submit', save);
button('look', 'Update.Run', 'The device looks for an update.');
button('commit', 'OTA.Commit', 'The application is kept.');
button('revert', 'OTA.Revert', 'The device goes back and restarts.', 'Go back to the application before?');
button('reboot', 'Sys.Reboot', 'The device restarts.', 'Restart the device?');
refresh();
";
    }
}
