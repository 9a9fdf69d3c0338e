/* Search and filters of the start page. The data and the rules of the stemmer stand in index.js. */
"use strict";
(function () {
  const data = window.REFERENTIELS;
  const form = document.getElementById("search");
  const field = document.getElementById("q");
  const all = document.getElementById("all");
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const suggestions = document.getElementById("suggestions");
  const stop = new Set(data.stop);
  const titles = new Set(data.titles);
  const types = new Set(data.types);
  const snowball = new FrenchStemmer();
  const rows = new Map();
  for (const row of all.querySelectorAll("li[data-id]")) rows.set(row.dataset.id, row);

  function fold(text) {
    return text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/ß/g, "ss")
      .normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[^a-z0-9+]+/g, " ").trim();
  }

  function replaced(word, endings) {
    for (const [ending, instead] of endings) {
      if (word.endsWith(ending) && word.length > ending.length + 1) {
        return word.slice(0, word.length - ending.length) + instead;
      }
    }
    return word;
  }

  function stem(word) {
    if (word.length < 4 || word.length > 40 || !/^[a-z]+$/.test(word)) return word;
    word = replaced(replaced(replaced(word, data.plural), data.alike), data.gender);
    for (;;) {
      const shorter = snowball.stemWord(word);
      if (shorter === word || shorter.length < 5) return word;
      word = shorter;
    }
  }

  /* The words of a query; a code in any of its writings becomes one word. */
  function queryWords(query) {
    const text = query.toUpperCase().replace(
      /(?<![\wÀ-ÿ-])(\d{2}[0-9A-Z])[\s\-–‑]?(\d{3})(\d[0-9A-Z])(?:\s?[A-Z])?(?![\wÀ-ÿ-])/g, " $1$2$3 ")
      .replace(/(?<![\wÀ-ÿ])[A-ZÀ-Ý](?:\.[A-ZÀ-Ý])+(?![\wÀ-ÿ])/g, (match) => match.replaceAll(".", ""));
    const words = [...new Set(fold(text).replace(/\b(?:code )?rncp (\d+)/g, "rncp$1").split(" ").filter(Boolean))];
    const letters = [...text.matchAll(/(?<![\wÀ-ÿ])OPTIONS?[^\wÀ-ÿ]{1,3}([A-Z])(?![\wÀ-ÿ'’])/g)].map((match) => match[1].toLowerCase());
    const telling = words.filter((word) => !stop.has(word) || letters.includes(word));
    return telling.length ? telling : words;
  }

  const entries = data.diplomas.map((diploma) => ({
    ...diploma,
    own: new Set([diploma.code.toLowerCase(), fold(diploma.acronym)]),
    other: new Set(diploma.codes),
    names: diploma.names.split(" "),
    trades_: diploma.trade_stems.split(" "),
    marks: new Set(diploma.marks),
    texts: diploma.texts.split(" "),
  }));

  /* Where a word stands in a diploma, the weightiest place first; nothing where it does not. */
  function place(entry, word, isLast) {
    const wanted = stem(word);
    const holds = (list) => list.some((one) => one === wanted || (isLast && word.length > 2 && one.startsWith(word)));
    if (entry.own.has(word)) return [20, "code ou sigle"];
    if (entry.other.has(word)) return [12, "code RNCP, groupe NSF ou ancien code"];
    if (holds(entry.names)) return [10, "intitulé"];
    if (types.has(word)) return null; // half of all texts name one: CAP is asked for as a type
    if (holds(entry.trades_) || entry.marks.has(word)) return [5, "métiers"];
    if (titles.has(word)) return null; // any text holds them: option A, métiers du son
    if (holds(entry.texts)) return [1, "textes de présentation"];
    return null;
  }

  /* Diplomas that hold every word; where there is none, those with a word that begins so. */
  function matches(words) {
    const found = matching(words, false);
    return found.length ? found : matching(words, true);
  }

  function matching(words, byBeginning) {
    const found = [];
    for (const entry of entries) {
      let score = 0;
      const places = new Set();
      const every = words.every((word, number) => {
        const where = place(entry, word, byBeginning && number === words.length - 1);
        if (where) { score += where[0]; places.add(where[1]); }
        return where;
      });
      if (every) found.push({ entry, score, places: [...places] });
    }
    if (words.length) found.sort((one, other) => other.score - one.score);
    return found;
  }

  function passes(row) {
    for (const select of form.querySelectorAll("select")) {
      const wanted = select.value;
      const value = row.dataset[select.name];
      if (wanted && (select.name === "after" ? !value.includes("|" + wanted + "|") : value !== wanted)) return false;
    }
    return true;
  }

  /* The number of letters by which two words differ (insertions, losses, changes, swaps). */
  function distance(one, other) {
    if (Math.abs(one.length - other.length) > 2) return 9;
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const now = [i];
      for (let j = 1; j <= other.length; j++) {
        const cost = one[i - 1] === other[j - 1] ? 0 : 1;
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last; last = now;
    }
    return last[other.length];
  }

  /* diététicienne begins with the stem of diététique */
  function isOfStem(word, other) {
    const root = stem(other);
    return root.length > 4 && word.startsWith(root);
  }

  function nearest(word) {
    const most = word.length > 6 ? 2 : 1;
    return data.words.map((other) => [fold(other), other])
      .map(([folded, other]) => [folded.startsWith(word) ? 0 : Math.min(distance(word, folded), isOfStem(word, folded) ? most : 9), other])
      .filter(([far]) => far <= most)
      .sort((one, other) => one[0] - other[0]).slice(0, 4).map(([, other]) => other);
  }

  function suggest(words) {
    suggestions.textContent = "";
    const missing = words.filter((word) => !matches([word]).length);
    const near = [];
    for (const word of missing) for (const other of nearest(word)) near.push([word, other]);
    for (const [word, other] of near) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = other;
      button.addEventListener("click", () => {
        field.value = words.map((one) => (one === word ? other : one)).join(" ");
        show();
        field.focus();
      });
      suggestions.append(button);
    }
    return near.length ? " Mots proches :" : " Essayez avec moins de mots, ou un autre.";
  }

  let shown = entries;

  function show() {
    const words = queryWords(field.value);
    const found = matches(words).filter(({ entry }) => passes(rows.get(entry.id)));
    shown = found.map(({ entry }) => entry);
    const active = words.length > 0 || [...form.querySelectorAll("select")].some((select) => select.value);
    all.hidden = active;
    results.hidden = !active || !found.length;
    results.textContent = "";
    suggestions.textContent = "";
    if (active) {
      for (const { entry, places } of found) {
        const row = rows.get(entry.id).cloneNode(true);
        if (words.length) {
          const why = document.createElement("p");
          why.className = "why";
          why.textContent = "Trouvé dans : " + places.join(", ");
          row.append(why);
        }
        results.append(row);
      }
      const number = found.length;
      status.textContent = number ? number + (number > 1 ? " diplômes" : " diplôme")
        : "Aucun diplôme." + (words.length ? suggest(words) : " Retirez un filtre.");
    } else {
      status.textContent = "";
    }
    try {
      history.replaceState(null, "", field.value ? "#q=" + encodeURIComponent(field.value) : "#");
    } catch (error) { /* a browser that keeps no history for files */ }
  }

  /* The list as a file that a French spreadsheet opens by double click. */
  function csv() {
    const cell = (value) => {
      const text = String(value).replace(/\s*\n\s*/g, " ¶ ");
      return '"' + (/^[=+\-@'\t]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
    };
    const code = (value) => (/^[0-9E]+$/.test(value) ? '"=""' + value + '"""' : cell(value));
    const lines = ["Code scolarité;Type;Intitulé;Sigle;Niveau;Durée (mois);Accès;Métiers;Dernière session;État;Remplacé par;Page du référentiel;Identifiant"];
    for (const one of shown) {
      lines.push([code(one.code), cell(one.type), cell(one.name), cell(one.acronym), cell(one.level),
        cell(one.months), cell(one.access.join(" ; ")), cell(one.trades.join(" ; ")), cell(one.last),
        cell(one.state), code(one.replaced_by), cell(one.url), cell(one.id)].join(";"));
    }
    return "\ufeff" + lines.join("\r\n") + "\r\n";
  }

  document.getElementById("export").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    link.download = "diplomes.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  if (matchMedia("(max-width: 40rem)").matches) document.getElementById("filters").open = false;
  document.getElementById("without-script").hidden = true;
  form.hidden = false;
  if (location.hash.startsWith("#q=")) {
    field.value = decodeURIComponent(location.hash.slice(3));
    show();
  }
  window.rechercher = (query) => matches(queryWords(query)).map(({ entry }) => entry.id);
  window.radical = stem;
})();
