const chips = document.querySelectorAll('nav button');
const cards = document.querySelectorAll('#grid article');
function show(chip) {
  const wanted = chip.dataset.filter;
  chips.forEach(c => c.classList.toggle('on', c === chip));
  cards.forEach(c => { c.hidden = wanted !== 'all' && !c.dataset.kinds.split('|').includes(wanted); });
}
chips.forEach(chip => chip.addEventListener('click', () => show(chip)));
show(chips[0]);
