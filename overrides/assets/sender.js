/* The sender's page: copy buttons, the choice of mail tool, and the email as different inboxes show it. Without this script
   the page shows everything at once. The script loads nothing: everything that it shows and copies is in the page. */
(() => {
  "use strict";

  const MESSAGE_TIME = 15000; /* milliseconds */
  const INBOX_VIEWS = {
    "sent": (html) => inColours(html, "light"),
    "dark": (html) => inColours(html, "dark"),
    "forced": (html) => inColours(html, "light"),
    "no-styles": (html) => inColours(html, "light").replace(/<style\b[\s\S]*?<\/style>/gi, ""),
    "no-pictures": (html) => inColours(html, "light").replace(/(<img\b[^>]*? src=")[^"]*/gi, "$1"),
    "no-name": (html) => inColours(html, "light"),
    "no-comments": (html) => inColours(html, "light").replace(/<!--[\s\S]*?-->/g, ""),
  };

  document.addEventListener("DOMContentLoaded", start);

  function start() {
    for (const element of all("[data-scripted]")) element.hidden = false;
    for (const text of all("details.text")) text.open = false;
    for (const button of all("[data-copies]")) button.addEventListener("click", () => copy(button));
    for (const radio of all("[name='tool']")) radio.addEventListener("change", () => chooseTool(radio.value));
    for (const preview of all(".preview")) {
      putFrames(preview);
      preview.addEventListener("change", () => showPreview(preview));
    }
    for (const frame of all(".versions iframe")) frame.addEventListener("load", () => showVersion(frame));
    const chosen = document.querySelector("[name='tool']:checked");
    showTool(toolInAddress() ?? chosen?.value ?? document.querySelector(".tool").dataset.tool);
    addEventListener("hashchange", followAddress);
  }

  /* The mail tool that the address names, or whose part of the page it leads to; undefined if there is none. */
  function toolInAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    const names = [...all(".tool")].map((tool) => tool.dataset.tool);
    return names.includes(id) ? id : document.getElementById(id)?.closest("[data-tool]")?.dataset.tool;
  }

  /* Shows a mail tool's parts, and keeps the choice in the address, so that it can be reloaded and sent to a colleague. */
  function chooseTool(name) {
    history.replaceState(null, "", `#${name}`);
    showTool(name);
  }

  /* Shows the mail tool that a new address names. Links within the shown tool change nothing. */
  function followAddress() {
    const name = toolInAddress();
    if (name && document.querySelector(`.tool[data-tool="${name}"]`).hidden) showTool(name);
  }

  /* Shows only one mail tool's parts of the page. */
  function showTool(name) {
    for (const part of all("[data-tool]")) part.hidden = part.dataset.tool !== name;
    for (const radio of all("[name='tool']")) radio.checked = radio.value === name;
    for (const preview of all(`.tool[data-tool="${name}"] .preview`)) showPreview(preview);
  }

  /* Puts the frames from <noscript> into the page. Frames that are filled from the page's text load no file. */
  function putFrames(preview) {
    const held = preview.querySelector("noscript");
    const frames = document.createElement("template");
    // eslint-disable-next-line no-restricted-properties -- the page's own <noscript>
    frames.innerHTML = held.textContent;
    for (const frame of frames.content.querySelectorAll("iframe")) {
      if (htmlField(preview)) frame.removeAttribute("src");
      frame.loading = "eager";
      frame.addEventListener("load", () => fit(frame));
    }
    const list = frames.content.querySelector(".frames");
    if (list && matchMedia("(max-width: 40em)").matches) list.prepend(list.lastElementChild); /* the phone's first */
    held.replaceWith(frames.content);
  }

  /* The field with the HTML that a preview shows; null if there is nothing to copy. */
  function htmlField(preview) {
    return document.getElementById(`${preview.closest(".tool").dataset.tool}-html`);
  }

  /* Shows the email in a preview's frames as the chosen inbox would. */
  function showPreview(preview) {
    const chosen = preview.querySelector("input:checked");
    if (!chosen) return;
    preview.dataset.view = chosen.value;
    for (const hint of preview.querySelectorAll("[data-means]")) hint.hidden = hint.dataset.means !== chosen.value;
    const filled = withSamples(htmlField(preview).value, preview, chosen.value === "no-name");
    const html = withLocalPictures(INBOX_VIEWS[chosen.value](filled));
    for (const frame of preview.querySelectorAll("iframe")) frame.srcdoc = html;
  }

  /* The email with samples in the places of what the mail tool fills in, for a reader whose name is known or not. */
  function withSamples(html, preview, isUnknown) {
    const samples = [...preview.querySelectorAll("data")];
    const shown = ({ dataset }) => (isUnknown && dataset.unknown) || dataset.sample;
    return samples.reduce((filled, sample) => filled.replaceAll(sample.value, () => shown(sample)), html);
  }

  /* The email as an inbox in light or dark colours shows it, independent of this device's setting. */
  function inColours(html, colours) {
    return html
      .replaceAll("(prefers-color-scheme: dark)", colours === "dark" ? "all" : "not all")
      .replace('name="color-scheme" content="light dark"', `name="color-scheme" content="${colours}"`);
  }

  /* The email with pictures loaded from this page's site, because they may not be published yet. */
  function withLocalPictures(html) {
    const { site, root } = document.body.dataset;
    return html.replaceAll(` src="${site}`, ` src="${root}`).replace("<head>", '<head><base target="_blank">');
  }

  /* Shows an email's file in its whole height, with this site's pictures. From a folder, browsers do not allow that. */
  function showVersion(frame) {
    const { site } = document.body.dataset;
    const root = new URL(document.body.dataset.root, location.href).href;
    for (const image of frame.contentDocument?.images ?? []) image.src = image.src.replace(site, root);
    fit(frame);
  }

  /* Gives a frame the height of its content, if the browser allows access to it. */
  function fit(frame) {
    const height = frame.contentDocument?.body?.getBoundingClientRect().height;
    if (height) frame.style.height = `${Math.ceil(height)}px`;
  }

  /* Copies a text to the clipboard, with ``data-plain`` as formatted text; selects it if that is not allowed. */
  async function copy(button) {
    const { copies, plain, what } = button.dataset;
    try {
      if (plain) await navigator.clipboard.write([formatted(copies, plain)]);
      else await navigator.clipboard.writeText(valueOf(copies));
      button.dataset.copied = "";
      showMessage(`${what} is copied.`);
    } catch {
      if (plain) selectRendered(button.closest(".tool"));
      else selectField(document.getElementById(copies));
      showMessage("The text is selected: press Ctrl+C, or ⌘C on a Mac.");
    }
  }

  /* An email for the clipboard: programs that take formatted text get the HTML, others the plain text. The HTML is
     without its hidden preheader, because editors such as Ghost's would show it. */
  function formatted(html, plain) {
    const texts = {
      "text/html": valueOf(html).replace(/<div class="preheader"[\s\S]*?<\/div>/, ""),
      "text/plain": valueOf(plain),
    };
    return new ClipboardItem(
      Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])),
    );
  }

  function selectField(field) {
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
    field.select();
  }

  /* Selects the email in a preview's first frame, which then shows it as it is sent. */
  function selectRendered(tool) {
    const frame = tool.querySelector("iframe");
    const select = () => {
      frame.focus();
      frame.contentWindow.getSelection().selectAllChildren(frame.contentDocument.body);
    };
    frame.addEventListener("load", select, { once: true });
    frame.srcdoc = withLocalPictures(INBOX_VIEWS.sent(htmlField(frame.closest(".preview")).value));
  }

  function valueOf(id) {
    return document.getElementById(id).value;
  }

  /* Shows a message, also to screen readers. The line is emptied first, so that they repeat the same message. */
  function showMessage(text) {
    const place = document.querySelector("[role='status']");
    const line = document.createElement("span");
    place.textContent = "";
    setTimeout(() => { line.textContent = text; place.append(line); }, 50);
    setTimeout(() => line.remove(), MESSAGE_TIME);
  }

  function all(selector) {
    return document.querySelectorAll(selector);
  }
})();
