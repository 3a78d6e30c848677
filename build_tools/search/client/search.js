/* The whole search: reads the index that build_tools/search writes.  ECMAScript 5, no library, no worker, nothing evaluated.
   Files of the index are scripts that call kbSearch.take(name, data), so it runs from a folder on disk as well.
   WORDS, the words of the interface in one language, are put in where this file ends when it is published. */
(function (window, document, WORDS) {
  'use strict';

  var form = document.getElementById('kb-search'),
    field = form.q,
    client = /^(.*\/)(.+)\.js$/.exec(form.getAttribute('data-client')),
    base = client[1],
    language = client[2],
    results = document.getElementById('kb-results'),
    status = document.getElementById('kb-search-status'),
    /* The format of the index; a test compares these with build_tools/search. */
    FORMAT = 1,
    HASH = 5,
    SHELF = 64,
    POSITION_BITS = 17,
    LONG = 8,
    LEVEL_BITS = 3,
    USUAL = 1,
    LONGEST = 40,
    /* How results are chosen and shown. */
    PAGE = 10,
    BEST = 3, /* results that are never moved for the sake of fewer blocks */
    BLOCKS = 5, /* blocks of results that a page should do with */
    MOST = 12, /* words of a query that are looked for */
    SURE = 0.45, /* how far in sound a word may be for no slip to be looked for */
    SLIP = 0.45, /* how far off one slip of the finger is */
    SUGGESTIONS = 6,
    AXES = Object.keys(WORDS.axes),
    root;

  /* ---- Letters: twins of build_tools/alphabet.py ---- */

  var WORD = /[0-9A-Za-z\u00aa\u00ad\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0963\u0966-\u096f\u0971-\u1fff\u200b-\u200f\u2019\u2060\u2c00-\u2dff\u3040-\ud7ff\ufe00-\ufe0f']+/g,
    DROPPED = /[\u00ad\u0300-\u036f\u093c\u09bc\u0a3c\u0abc\u0b3c\u200b-\u200f\u2060\ufe00-\ufe0f]|['\u2019]s(?![a-z])|['\u2019]/g,
    CODED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
    LATIN = { b: 'b', c: 'k', d: 'd', f: 'p', g: 'g', h: 'h', j: 'j', k: 'k', l: 'l', m: 'n', n: 'n', p: 'p', q: 'k', r: 'r', s: 's', t: 't', v: 'v', w: 'v', x: 'ks', y: 'y', z: 'j', a: '', e: '', i: '', o: '', u: '' },
    SOUNDS = 'kkggnkkjjnttddnttddnnppbbnyrrlllvsssh',
    FINE = 'kkggnccjjnttddnttddnnpfbbmyrrlllvsssh',
    VOWELS = { 2: 'n', 5: 'a', 6: 'a', 7: 'i', 8: 'i', 9: 'u', 10: 'u', 11: 'ri', 13: 'e', 14: 'e', 15: 'e', 16: 'e', 17: 'o', 18: 'o', 19: 'o', 20: 'o', 63: 'i', 64: 'i', 65: 'u', 66: 'u', 67: 'ri', 69: 'e', 70: 'e', 71: 'e', 72: 'e', 73: 'o', 74: 'o', 75: 'o', 76: 'o' };

  function next(c) { return String.fromCharCode(c.charCodeAt(0) + 1); }

  function fold(text) {
    text = text.toLowerCase();
    if (text.normalize) text = text.normalize('NFD');
    return text.replace(DROPPED, '')
      .replace(/[\u0901\u0981\u0a01\u0a81\u0b01\u0c01\u0d01]/g, next)
      .replace(/\u091c\u094d\u091e/g, '\u0917\u094d\u092f')
      .replace(/\u0919\u094d(?=[\u0915-\u0918])|\u091e\u094d(?=[\u091a-\u091d])|\u0923\u094d(?=[\u091f-\u0922])|\u0928\u094d(?=[\u0924-\u0927])|\u092e\u094d(?=[\u092a-\u092d])/g, '\u0902')
      .replace(/[\u0966-\u0d6f]/g, function (c) {
        var digit = (c.charCodeAt(0) & 127) - 102;
        return digit >= 0 && digit < 10 ? digit : c;
      });
  }

  function wordsOf(text) {
    return (text.match(WORD) || []).map(fold).filter(Boolean).map(function (word) { return word.slice(0, LONGEST); });
  }

  function indic(code) { return code >= 0x900 && code < 0xd80; }

  function sound(word) {
    var key = '', last = '', touching = false, i, c, code, place, letter;
    for (i = 0; i < word.length; i++) {
      c = word.charAt(i);
      code = word.charCodeAt(i);
      place = code & 127;
      if (indic(code)) {
        if (place === 0x4d) { touching = true; continue; }
        letter = place === 2 ? 'n' : place === 11 || place === 0x43 || place === 0x44 || place === 0x60 ? 'r' : SOUNDS.charAt(place - 0x15);
      } else letter = LATIN.hasOwnProperty(c) ? LATIN[c] : c;
      if ((letter === 'h' || letter === 'y') && key) touching = touching && c === 'h';
      else if (!letter) {
        key = key || 'a';
        touching = false;
      } else {
        if (!(touching && letter === last)) key += letter;
        last = letter;
        touching = !indic(code) && LATIN.hasOwnProperty(c);
      }
    }
    return key;
  }

  /* How a word is spoken, with its vowels: tells apart what has the same skeleton. */
  function spoken(word) {
    var text = '', i, code, place;
    if (/[\u0900-\u0d7f]/.test(word)) {
      for (i = 0; i < word.length; i++) {
        code = word.charCodeAt(i);
        place = code & 127;
        text += indic(code) ? VOWELS[place] || FINE.charAt(place - 0x15) : word.charAt(i);
      }
    } else {
      text = word.replace(/c(?!h)|q/g, 'k').replace(/x/g, 'ks').replace(/ph/g, 'f').replace(/z/g, 'j').replace(/w/g, 'v')
        .replace(/([bcdgjkst])h+/g, '$1').replace(/ee|ii/g, 'i').replace(/oo|uu/g, 'u').replace(/a[ei]/g, 'e').replace(/[ao]u/g, 'o');
    }
    return text.replace(/(.)y/g, '$1i').replace(/n(?=[pfbm])/g, 'm').replace(/(.)a+/g, '$1').replace(/(.)\1+/g, '$1');
  }

  /* Damerau-Levenshtein distance (optimal string alignment); `cost` prices a letter put in, left out or changed. */
  function distance(a, b, cost) {
    var before, row = [0], last, i, j;
    for (j = 1; j <= b.length; j++) row[j] = row[j - 1] + cost(b.charAt(j - 1), '');
    for (i = 1; i <= a.length; i++) {
      before = last;
      last = row;
      row = [last[0] + cost(a.charAt(i - 1), '')];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(
          last[j] + cost(a.charAt(i - 1), ''), row[j - 1] + cost(b.charAt(j - 1), ''),
          last[j - 1] + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : cost(a.charAt(i - 1), b.charAt(j - 1))));
        if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
          row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  }

  function oneEach() { return 1; }

  /* Vowels are heard and written less surely than consonants. */
  function spokenCost(a, b) { return /^[aeiou]?$/.test(b) && /[aeiou]/.test(a) || a + b === 'n' ? 0.5 : 1; }

  /* ---- Files ---- */

  var files = {};

  function taken(name, data) {
    var file = files[name] = files[name] || { waiting: [] }, waiting = file.waiting;
    file.data = data;
    file.waiting = [];
    waiting.forEach(function (then) { then(data); });
  }

  /* start.js has asked for the root already, and it may be here. */
  var early = window.kbSearch;
  window.kbSearch = { take: taken };
  if (early.root) taken('root', early.root);

  /* `then` gets the data of a file, now or later; after a failure it waits for a retry. */
  function load(name, then) {
    var file = files[name] = files[name] || { waiting: [] };
    if ('data' in file) return then(file.data);
    file.waiting.push(then);
    if (!file.tag) request(name, file);
  }

  function request(name, file) {
    var tag = file.tag = document.createElement('script');
    function done() {
      tag.parentNode.removeChild(tag);
      if ('data' in file) return;
      file.tag = null;
      failed();
    }
    tag.charset = 'utf-8';
    tag.src = base + name + '.js';
    tag.onload = tag.onerror = done;
    document.body.appendChild(tag);
  }

  function failed() {
    var again = make('button', WORDS.retry);
    again.type = 'button';
    again.onclick = function () {
      say(WORDS.searching);
      var missing = Object.keys(files).filter(function (name) { return files[name].waiting.length && !files[name].tag; });
      missing.forEach(function (name) { request(name, files[name]); });
      // Nothing is missing, so the index is newer than this script.
      if (!missing.length) location.reload();
    };
    say(WORDS.failed + ' ');
    if (status) status.appendChild(again);
  }

  /* Runs `start(item, done)` for all items at once, and `then` with what they gave, in order. */
  function all(items, start, then) {
    var left = items.length, given = [];
    if (!left) return then(given);
    items.forEach(function (item, i) {
      start(item, function (value) {
        given[i] = value;
        if (!--left) then(given);
      });
    });
  }

  /* ---- The index ---- */

  var keys = [], hashes = [], blocks = {}, skipped = Object.create(null);

  function unfold(list, before) {
    return list.map(function (word) {
      return before = before.slice(0, parseInt(word.charAt(0), 36)) + word.slice(1);
    });
  }

  function ready(then) {
    load('root', function (data) {
      if (data.format !== FORMAT) return failed();
      if (!root) {
        root = data;
        keys = unfold(data.words.split(' ').map(function (word) {
          hashes.push(word.slice(-HASH));
          return word.slice(0, -HASH);
        }), '');
        data.skip.split(' ').forEach(function (word) { skipped[word] = true; });
      }
      then();
    });
  }

  function fileKey(key) {
    return key.replace(/[^0-9a-z]/g, function (c) { return '-' + c.charCodeAt(0).toString(16); });
  }

  /* The block in which a sound stands. */
  function blockOf(key) {
    var low = 0, high = keys.length - 1, middle;
    while (low < high) {
      middle = (low + high + 1) >> 1;
      if (keys[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  /* The groups of a block: forms, count of records, coded records. */
  function block(number, then) {
    if (blocks[number]) return then(blocks[number]);
    if (!keys.length) return then([]);
    load('t/' + fileKey(keys[number]) + hashes[number], function (text) {
      var before = '';
      blocks[number] = text.split(';').map(function (line, place) {
        var half = line.split('|'), forms = unfold(half[0].split(' '), before), rest = half[1].split(' ');
        before = forms[forms.length - 1];
        if (rest.length === 1) rest.unshift('1');
        return { forms: forms, count: parseInt(rest[0], 36), code: rest[1], more: rest[2], block: number, place: place };
      });
      then(blocks[number]);
    });
  }

  /* Reads numbers of so many bits from letters of six bits each. */
  function bits(code) {
    var at = 0;
    return function (count) {
      var value = 0;
      for (; count; count--, at++) value = value * 2 + (CODED.indexOf(code.charAt(at / 6 | 0)) >> (5 - at % 6) & 1);
      return value;
    };
  }

  function ones(read) {
    var count = 0;
    while (read(1)) count++;
    return count;
  }

  /* Binary interpolative code: the middle first, then both halves, level by level. */
  function ascending(read, count) {
    var found = [], queue = [0, count - 1, 0, root.universe - 1], at, left, right, low, high, middle, size, width, value;
    for (at = 0; at < queue.length; at += 4) {
      left = queue[at]; right = queue[at + 1]; low = queue[at + 2]; high = queue[at + 3];
      if (left > right) continue;
      middle = (left + right) >> 1;
      low += middle - left;
      size = high - (right - middle) - low + 1;
      width = 0;
      while (1 << width < size) width++;
      value = 0;
      if (width) {
        value = read(width - 1);
        if (value >= (1 << width) - size) value = value * 2 + read(1) - (1 << width) + size;
      }
      found[middle] = value += low;
      queue.push(left, middle - 1, queue[at + 2], value - 1, middle + 1, right, value + 1, high);
    }
    return found;
  }

  /* Records, then their levels as distances from the commonest: 0, 1, -1, 2, -2 ... */
  function tier(code, count, into) {
    var read = bits(code), ids = ascending(read, count), usual = count < LONG ? USUAL : read(LEVEL_BITS);
    ids.forEach(function (id) {
      var off = ones(read);
      into[id] = root.impacts[usual + (off % 2 ? off + 1 >> 1 : -off >> 1)];
    });
  }

  /* Record -> impact of a word, as far as its list has been read. */
  function records(group) {
    if (!group.records) {
      group.size = root.tier;
      tier(group.code, group.left = Math.min(group.count, root.tier), group.records = {});
      group.left = group.count - group.left;
    }
    return group.records;
  }

  /* Reads the next tier of a list, which is twice as long as the one before. */
  function readOn(group, then) {
    var name = group.more;
    load('r/' + name, function (data) {
      var held = records(group), count = Math.min(group.left, group.size *= 2);
      if (group.more === name) {
        tier(data[0], count, held);
        group.left -= count;
        group.more = data[1];
      } else group.size /= 2; // somebody else waited for the same tier
      then();
    });
  }

  function readAll(group, then) {
    if (!group.more) return then();
    readOn(group, function () { readAll(group, then); });
  }

  /* ---- Words of a query ---- */

  function latin(word) { return /^[\u0000-\u02ff]*$/.test(word); }

  function has(group, word) { return group.forms.indexOf(word) >= 0; }

  function mostly(a, b) { return a.off - b.off || b.group.count - a.group.count; }

  /* The groups that sound like `word`, the nearest first. */
  function alike(groups, word) {
    var key = sound(word), own = spoken(word), found = [];
    groups.forEach(function (group) {
      var best;
      group.forms.forEach(function (form) {
        var off = sound(form) === key ? distance(own, spoken(form), spokenCost) : 9;
        if (!best || off < best.off) best = { group: group, off: off, form: form };
      });
      if (best.off <= 1) found.push(best);
    });
    return found.sort(mostly);
  }

  /* The forms one slip away, in the groups given. */
  function near(groups, word) {
    var found = [];
    groups.forEach(function (group) {
      group.forms.forEach(function (form) {
        if (Math.abs(form.length - word.length) < 2 && latin(form) === latin(word) && distance(word, form, oneEach) <= 1)
          found.push({ group: group, off: SLIP, form: form });
      });
    });
    return found.sort(mostly);
  }

  var SLIPS = [['rn', 'm'], ['cl', 'd'], ['li', 'h'], ['0', 'o'], ['1', 'l'], ['1', 'i'], ['5', 's'], ['ii', 'u'], ['vv', 'w'], ['nn', 'm'], ['c', 'e'], ['\u0930\u0935', '\u0916']];

  /* What `word` may have been before a machine misread it. */
  function misread(word) {
    var found = [];
    SLIPS.forEach(function (pair) {
      [pair, [pair[1], pair[0]]].forEach(function (turn) {
        for (var at = word.indexOf(turn[0]); at >= 0; at = word.indexOf(turn[0], at + 1))
          found.push(word.slice(0, at) + turn[1] + word.slice(at + turn[0].length));
      });
    });
    return found;
  }

  /* The blocks where a word would stand that is one slip away, those with most chances first.  A letter is more easily left
     out than put in, a nasal most easily of all. */
  function nearBlocks(word) {
    var key = sound(word), votes = {}, i;
    function vote(other, weight) {
      var number = blockOf(other);
      votes[number] = (votes[number] || 0) + weight;
    }
    misread(word).forEach(function (other) { vote(sound(other), 3); });
    for (i = 0; i <= key.length; i++) {
      vote(key.slice(0, i) + 'n' + key.slice(i), 3);
      vote(key.slice(0, i) + key.slice(i + 1), 2);
      vote(key.slice(0, i) + key.charAt(i + 1) + key.charAt(i) + key.slice(i + 2), 2);
      'abdghjklprstv'.split('').forEach(function (letter) {
        vote(key.slice(0, i) + letter + key.slice(i), 1);
        vote(key.slice(0, i) + letter + key.slice(i + 1), 1);
      });
    }
    delete votes[blockOf(key)];
    return Object.keys(votes).sort(function (a, b) { return votes[b] - votes[a]; }).slice(0, 6);
  }

  function look(word, then) {
    find(word, function (found) {
      all(found.groups, resolve, function () { then(found); });
    });
  }

  /* Finds what a word of the query stands for.  Gives {word, groups: [{group, weight, form}], instead: true when these are
     other words, guess: a form that may have been meant}. */
  function find(word, then) {
    block(blockOf(sound(word)), function (groups) {
      var exact = groups.filter(function (group) { return has(group, word); })[0], kin = alike(groups, word), found = { word: word, groups: [] };
      if (exact) {
        found.groups.push({ group: exact, weight: 1, form: word });
        // The same word in another script, where it is more at home.
        kin.forEach(function (other) {
          if (other.group !== exact && !other.off && latin(other.form) !== latin(word) && other.group.count >= exact.count)
            found.groups.push({ group: other.group, weight: 0.7, form: other.form });
        });
        near(groups, word).forEach(function (other) {
          if (!found.guess && other.group !== exact && other.group.count > 20 * exact.count) found.guess = other.form;
        });
        return then(found);
      }
      found.instead = true;
      kin = kin.concat(near(groups, word)).sort(mostly);
      if (kin.length && kin[0].off <= SURE) return then(take(found, kin));
      all(nearBlocks(word), block, function (more) {
        var others = misread(word);
        more = [].concat.apply([], more);
        more.concat(groups).forEach(function (group) {
          others.forEach(function (other) { if (has(group, other)) kin.push({ group: group, off: 0, form: other }); });
        });
        then(take(found, kin.concat(near(more, word)).sort(mostly)));
      });
    });
  }

  /* Forms that stand across the border of a block point to their group. */
  function resolve(part, then) {
    var group = part.group;
    if (group.code.charAt(0) !== '<') return then(part);
    block(blockOf(group.code.slice(1)), function (groups) {
      part.group = groups.filter(function (other) { return has(other, group.forms[0]); })[0];
      then(part);
    });
  }

  /* The nearest candidates stand for the word. */
  function take(found, candidates) {
    candidates.forEach(function (other) {
      var known = found.groups.some(function (part) { return part.group === other.group; });
      if (!known && found.groups.length < 3 && other.off <= candidates[0].off + 0.25)
        found.groups.push({ group: other.group, weight: 1 - other.off / 4, form: other.form });
    });
    return found;
  }

  /* The groups with a form that begins with `start`, the most frequent first. */
  function beginning(start, then) {
    var key = sound(start), first = blockOf(key), last = Math.min(blockOf(key + '\uffff'), first + 1);
    all(last > first ? [first, last] : [first], block, function (given) {
      var found = [];
      [].concat.apply([], given).forEach(function (group) {
        var forms = group.forms.filter(function (form) { return form.indexOf(start) === 0; });
        if (forms.length) found.push({ group: group, form: forms.sort(function (a, b) { return a.length - b.length; })[0], off: 0 });
      });
      then(found.sort(mostly));
    });
  }

  /* ---- A query ---- */

  /* Words, and the phrases that stand in quotation marks: lists of words with null for one that says nothing. */
  function parse(text) {
    var phrases = [], words = [], seen = Object.create(null);
    text.replace(/["\u201c\u201d\u00ab\u00bb]([^"\u201c\u201d\u00ab\u00bb]+)(?:["\u201c\u201d\u00ab\u00bb]|$)/g, function (whole, inner) {
      var phrase = wordsOf(inner).map(function (word) { return skipped[word] ? null : word; });
      if (phrase.filter(Boolean).length > 1) phrases.push(phrase);
    });
    wordsOf(text).forEach(function (word) {
      if (!skipped[word] && !seen[word]) words.push(word);
      seen[word] = true;
    });
    return { text: text, words: words.slice(0, MOST), phrases: phrases, only: wordsOf(text).length && !words.length };
  }

  /* Scores of all records that hold at least one word: [{id, score, words}], best first. */
  function ranked(terms) {
    var scores = {}, list = [];
    terms.forEach(function (term) {
      var best = {}, count = 0;
      term.groups.forEach(function (part) {
        var held = records(part.group), id;
        count = Math.max(count, part.group.count);
        for (id in held) best[id] = Math.max(best[id] || 0, held[id] * part.weight);
      });
      var rarity = Math.log(1 + (root.records - count + 0.5) / (count + 0.5)) + 0.1, id, row;
      for (id in best) {
        row = scores[id] = scores[id] || { id: +id, score: 0, words: 0 };
        row.score += rarity * best[id];
        row.words++;
      }
    });
    for (var id in scores) list.push(scores[id]);
    return list.sort(function (a, b) { return b.words - a.words || b.score - a.score || b.id - a.id; });
  }

  /* The best few in their order.  After them, scores that differ little are alike to any reader: among such, records come
     first whose block of results is wanted anyway, then those of blocks that hold many, so that few blocks are loaded. */
  function arranged(list) {
    var found = list.slice(0, BEST), rest = list.slice(BEST), wanted = {}, votes, near;
    function before(a, b) {
      return (wanted[shelf(b)] || 0) - (wanted[shelf(a)] || 0) || votes[shelf(b)] - votes[shelf(a)] || b.score - a.score || b.id - a.id;
    }
    found.forEach(function (row) { wanted[shelf(row)] = 1; });
    while (rest.length && found.length < 2 * PAGE) {
      near = rest.filter(function (row) {
        return row.words === rest[0].words && row.score >= rest[0].score * (Object.keys(wanted).length < BLOCKS ? 0.75 : 0.5);
      });
      votes = {};
      near.forEach(function (row) { votes[shelf(row)] = (votes[shelf(row)] || 0) + 1; });
      near = near.sort(before)[0];
      wanted[shelf(near)] = 1;
      found.push(near);
      rest.splice(rest.indexOf(near), 1);
    }
    return found.concat(rest);
  }

  /* Positions of the forms of a group in the records `ids`, which are in order: record -> [sentence and place, form]. */
  function positions(group, ids, then) {
    load(root.positions, function (names) {
      var number = group.block, held = {}, all_ids = numbers(group);
      function read(code, own) {
        var next = bits(code), width = 0, count;
        while (1 << width < group.forms.length) width++;
        own.forEach(function (id) {
          held[id] = [];
          for (count = ones(next); count; count--) held[id].push([next(POSITION_BITS), group.forms[next(width)]]);
        });
      }
      load('p/' + fileKey(keys[number]) + names.substr(number * HASH, HASH), function (text) {
        var parts = text.split(';')[group.place], shift, wanted = {};
        if (parts.charAt(0) !== '*') {
          read(parts, all_ids);
          return then(held);
        }
        parts = parts.split(' ');
        shift = parseInt(parts.shift().slice(1), 36);
        ids.forEach(function (id) { wanted[id >> shift] = true; });
        all(parts.filter(function (part) { return wanted[parseInt(part, 36)]; }), function (part, done) {
          var of = parseInt(part, 36);
          load('q/' + part.split('.')[1], function (code) {
            read(code, all_ids.filter(function (id) { return id >> shift === of; }));
            done();
          });
        }, function () { then(held); });
      });
    });
  }

  /* The records of a group in order. */
  function numbers(group) { return Object.keys(records(group)).map(Number).sort(function (a, b) { return a - b; }); }

  /* The records in which the words of a phrase stand one after the other: record -> true. */
  function holding(phrase, terms, then) {
    var known = phrase.map(function (word, at) {
      var term = terms.filter(function (t) { return t.word === word; })[0];
      return word && term && term.groups.length && has(term.groups[0].group, word) && { at: at, word: word, group: term.groups[0].group };
    });
    if (phrase.some(function (word, at) { return word && !known[at]; })) return then({});
    known = known.filter(Boolean);
    all(known, function (part, done) { readAll(part.group, done); }, function () {
      var ids = numbers(known[0].group).filter(function (id) {
        return known.every(function (part) { return id in records(part.group); });
      });
      all(known, function (part, done) { positions(part.group, ids, done); }, function (given) { then(together(ids, known, given)); });
    });
  }

  /* Those of the records `ids` in which the parts of a phrase stand in their places. */
  function together(ids, known, given) {
    var kept = {};
    ids.forEach(function (id) {
      var starts = null;
      known.forEach(function (part, i) {
        var here = {};
        (given[i][id] || []).forEach(function (place) {
          var start = place[0] - part.at;
          if (place[1] === part.word && (!starts || starts[start])) here[start] = true;
        });
        starts = here;
      });
      if (Object.keys(starts).length) kept[id] = true;
    });
    return kept;
  }

  /* The records of each filter chosen: record -> true. */
  function allowed(filters, then) {
    var chosen = AXES.filter(function (axis) { return filters[axis]; });
    if (!chosen.length) return then([]);
    choices(function (offered) {
      all(chosen, function (axis, done) {
        var row = (offered[axis] || []).filter(function (r) { return r[0] === filters[axis]; })[0], held = {};
        if (!row) return done(held);
        load(row[3], function (code) {
          ascending(bits(code), row[2]).forEach(function (id) { held[id] = true; });
          done(held);
        });
      }, then);
    });
  }

  function choices(then) { load(root.facets[language] || root.facets[root.languages[0]], then); }

  /* Runs a query.  Gives {terms, rows, whole: how many rows have all words, more: true when there may be more of them}. */
  function search(query, filters, then) {
    all(query.words, look, function (terms) {
      var found = terms.filter(function (term) { return term.groups.length; });
      allowed(filters, function (sets) {
        all(query.phrases, function (phrase, done) { holding(phrase, terms, done); }, function (phrases) {
          var conditions = sets.concat(phrases);
          function outcome() {
            var rows = query.words.length ? ranked(found) : everything(sets[0] || {}), whole = 0;
            rows = rows.filter(function (row) { return conditions.every(function (set) { return set[row.id]; }); });
            if (found.length === terms.length) whole = rows.filter(function (row) { return row.words === terms.length; }).length;
            if (query.phrases.length) rows.length = whole;
            return { query: query, terms: terms, rows: rows, whole: whole, more: unread(found).length > 0 };
          }
          // Later tiers are read only as long as the earlier ones do not fill a page.
          (function on() {
            var now = outcome(), full = found.length === terms.length ? now.whole : now.rows.length;
            if (now.more && full < PAGE) return all(unread(found), readOn, on);
            now.rows = arranged(now.rows);
            then(now);
          })();
        });
      });
    });
  }

  function everything(set) {
    return Object.keys(set).map(function (id) { return { id: +id, score: 0, words: 0 }; })
      .sort(function (a, b) { return b.id - a.id; });
  }

  function unread(terms) {
    var groups = [];
    terms.forEach(function (term) {
      term.groups.forEach(function (part) { if (part.group.more) groups.push(part.group); });
    });
    return groups;
  }

  /* ---- What the reader sees.  Text from the bank only ever becomes text nodes. ---- */

  function make(name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.appendChild(document.createTextNode(text));
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  function put(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  function say(text) { if (status) status.textContent = text; }

  /* A text with the words in `hits` marked; gives how many were. */
  function marked(parent, text, hits) {
    var last = 0, count = 0;
    text.replace(WORD, function (word, at) {
      if (!hits[fold(word).slice(0, LONGEST)]) return;
      parent.appendChild(document.createTextNode(text.slice(last, at)));
      parent.appendChild(make('mark', word));
      last = at + word.length;
      count++;
    });
    parent.appendChild(document.createTextNode(text.slice(last)));
    return count;
  }

  function hitsOf(terms) {
    var hits = Object.create(null);
    terms.forEach(function (term) {
      term.groups.forEach(function (part) { part.group.forms.forEach(function (form) { hits[form] = true; }); });
    });
    return hits;
  }

  function shelf(row) { return row.id / root.capacity | 0; }

  /* Fills a list item with the record of a row, in the language in which most words were hit; otherwise in the reader's. */
  function show(item, row, hits, then) {
    var number = shelf(row), rack = number / SHELF | 0;
    load('d/' + rack.toString(36) + '-' + root.results.substr(rack * HASH, HASH) + '/' + number % SHELF, function (text) {
      var line = text.split('\n')[row.id % root.capacity].split('\t'), versions = [], best, own, at;
      for (at = 3; at < line.length; at += 4) versions.push({ language: line[at].replace('~', ''), own: line[at].charAt(0) !== '~', text: line.slice(at + 1, at + 4) });
      versions.forEach(function (version) {
        version.title = make('a', '', { lang: version.language });
        version.summary = make('p', '', { lang: version.language });
        version.hits = 2 * marked(version.title, version.text[0], hits) + marked(version.summary, version.text[2], hits) + (version.language === language ? 0.5 : 0);
        if (!best || version.hits > best.hits) best = version;
      });
      // A title in a language in which there is no more of the record leads to the page that there is.
      own = best.own ? best : versions[0];
      best.title.href = base + '../' + (own.language === root.languages[0] ? '' : own.language.toLowerCase() + '/') + root.folders[line[0]] + '/' + encodeURIComponent(line[1]) + '.html';
      item.appendChild(best.title);
      item.appendChild(make('span', [WORDS.types[line[0]], best.text[1], line[2]].filter(Boolean).join(' \u00b7 '), { 'class': 'kb-meta' }));
      if (own.text[2]) item.appendChild(own.summary);
      then();
    });
  }

  var running = 0, shownCount, current;

  function report(outcome) {
    var parts = [], found = outcome.rows.length;
    if (outcome.query.only) return say(WORDS.common);
    if (outcome.query.words.length) {
      if (outcome.whole) parts.push(put(outcome.more ? WORDS.atLeast : WORDS.found, { n: outcome.whole }));
      else parts.push(found ? put(WORDS.partly, { n: found }) : WORDS.nothing);
    } else parts.push(put(WORDS.found, { n: found }));
    outcome.terms.forEach(function (term) {
      if (!term.groups.length) parts.push(put(WORDS.unknown, { word: term.word }));
      else if (term.instead) parts.push(put(WORDS.instead, { word: term.word, form: term.groups.map(function (part) { return part.form; }).join(', ') }));
    });
    say(parts.join(' '));
    outcome.terms.forEach(function (term) {
      if (!term.guess) return;
      var link = make('a', term.guess, { href: address(outcome.query.text.replace(term.word, term.guess), filters()) });
      status.appendChild(document.createTextNode(' ' + WORDS.meant + ' '));
      status.appendChild(link);
    });
  }

  /* Shows the next rows of the current outcome. */
  function page() {
    var outcome = current, list = results.querySelector('ol'), hits = hitsOf(outcome.terms), rows = outcome.rows.slice(shownCount, shownCount + PAGE), more = results.querySelector('button');
    if (more) results.removeChild(more);
    rows.forEach(function (row, i) {
      if (outcome.whole && shownCount + i === outcome.whole && outcome.query.words.length > 1)
        list.appendChild(make('li', WORDS.some, { 'class': 'kb-some' }));
      var item = make('li');
      list.appendChild(item);
      row.item = item;
    });
    shownCount += rows.length;
    results.setAttribute('aria-busy', 'true');
    all(rows, function (row, done) { show(row.item, row, hits, done); }, function () {
      if (outcome !== current) return;
      results.setAttribute('aria-busy', 'false');
      report(outcome);
      if (shownCount < outcome.rows.length) {
        more = make('button', WORDS.more, { type: 'button' });
        more.onclick = function () {
          var next = list.children.length;
          page();
          var link = list.children[next] && list.children[next].querySelector('a');
          if (link) link.focus();
        };
        results.appendChild(more);
      }
    });
  }

  /* ---- Filters and the address ---- */

  var filterBox = document.getElementById('kb-filters'), selects = {};

  function filters() {
    var chosen = {};
    AXES.forEach(function (axis) { if (selects[axis] && selects[axis].value) chosen[axis] = selects[axis].value; });
    return chosen;
  }

  function address(text, chosen) {
    var parts = text ? ['q=' + encodeURIComponent(text).replace(/%20/g, '+')] : [];
    AXES.forEach(function (axis) { if (chosen[axis]) parts.push(axis + '=' + encodeURIComponent(chosen[axis])); });
    return '?' + parts.join('&');
  }

  function asked() {
    var found = {};
    location.search.slice(1).split('&').forEach(function (pair) {
      var at = pair.indexOf('=');
      try { found[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, ' ')); } catch (wrong) { /* no text: left out */ }
    });
    return found;
  }

  /* Builds the choices once; they are loaded when the reader opens them or the address names one. */
  function offer(then) {
    choices(function (offered) {
      if (!filterBox.querySelector('select')) AXES.forEach(function (axis) {
        if (!offered[axis]) return;
        var label = make('label', WORDS.axes[axis]), select = selects[axis] = make('select');
        select.appendChild(make('option', WORDS.any, { value: '' }));
        offered[axis].forEach(function (row) { select.appendChild(make('option', row[1] + ' (' + row[2] + ')', { value: row[0] })); });
        select.onchange = function () { run(true); };
        label.appendChild(select);
        filterBox.appendChild(label);
      });
      then();
    });
  }

  /* Runs what the field and the filters say.  `push`: as a step that the reader can go back from. */
  function run(push) {
    var ticket = ++running, chosen = filters(), text = field.value;
    close();
    if (push) try { history.pushState(null, '', address(text, chosen)); } catch (refused) { /* some browsers keep the address of a file */ }
    ready(function () {
      if (ticket !== running) return;
      var query = parse(text);
      if (!query.words.length && !Object.keys(chosen).length) {
        results.textContent = '';
        return say(query.only ? WORDS.common : '');
      }
      say(WORDS.searching);
      search(query, chosen, function (outcome) {
        if (ticket !== running) return;
        current = outcome;
        shownCount = 0;
        results.textContent = '';
        results.appendChild(make('ol', '', { 'class': 'kb-list' }));
        page();
      });
    });
  }

  function opened() { if (filterBox.open) ready(function () { offer(function () {}); }); }

  function fromAddress() {
    var wanted = asked(), named = AXES.some(function (axis) { return wanted[axis]; });
    function go() {
      AXES.forEach(function (axis) { if (selects[axis]) selects[axis].value = wanted[axis] || ''; });
      run(false);
    }
    field.value = wanted.q || '';
    if (!named) return go();
    filterBox.open = true;
    ready(function () { offer(go); });
  }

  /* ---- Suggestions: a combobox after the ARIA Authoring Practices ---- */

  var list = make('ul', '', { id: 'kb-suggestions', role: 'listbox', 'aria-label': WORDS.suggestions }), active = -1, timer;

  function close() {
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function suggest() {
    var match = /^(.*?)([^\s"\u201c\u201d]+)$/.exec(field.value), start = match && wordsOf(match[2])[0], text = field.value;
    if (!start || start.length < 2) return close();
    ready(function () {
      beginning(start, function (found) {
        if (field.value !== text || document.activeElement !== field) return;
        list.textContent = '';
        found.slice(0, SUGGESTIONS).forEach(function (other, i) {
          if (other.form === start && found.length === 1) return;
          var option = make('li', match[1] + other.form, { id: 'kb-suggestion-' + i, role: 'option', 'aria-selected': 'false' });
          option.onmousedown = function (event) { event.preventDefault(); choose(option); };
          list.appendChild(option);
        });
        list.hidden = !list.children.length;
        active = -1;
        field.setAttribute('aria-expanded', String(!list.hidden));
      });
    });
  }

  function choose(option) {
    field.value = option.textContent;
    close();
    submit();
  }

  function submit() {
    if (results) run(true); else form.submit();
  }

  function move(step) {
    var count = list.children.length;
    if (list.hidden || !count) return;
    if (active >= 0) list.children[active].setAttribute('aria-selected', 'false');
    active = (active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count;
    list.children[active].setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', list.children[active].id);
  }

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('autocomplete', 'off');
  field.setAttribute('autocapitalize', 'none');
  field.setAttribute('spellcheck', 'false');
  form.appendChild(list);
  close();

  field.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(suggest, 300);
  });
  field.addEventListener('keydown', function (event) {
    var key = { 38: 'ArrowUp', 40: 'ArrowDown', 27: 'Escape', 13: 'Enter' }[event.keyCode];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      move(key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    } else if (key === 'Escape' && !list.hidden) {
      event.preventDefault(); // otherwise the browser empties the field
      close();
    } else if (key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    }
  });
  field.addEventListener('blur', close);

  ready(function () {});
  if (results) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      run(true);
    });
    filterBox.addEventListener('toggle', opened);
    opened();
    window.addEventListener('popstate', fromAddress);
    if (early.asked) run(true);
    else if (location.search.length > 1) fromAddress();
  }
})(window, document, WORDS);
