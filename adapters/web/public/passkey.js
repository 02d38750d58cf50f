// @ts-check
// Asks the person's device for a passkey, or for proof that it holds one. Pages offer it only where there are such devices.

/** @param {string} text base64url */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param {ArrayBuffer | null | undefined} buffer */
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** @param {{ id: string, type: "public-key" }[] | undefined} keys */
const named = (keys) => (keys ?? []).map(({ id, type }) => ({ id: bytes(id), type }));

/** @param {any} asked */
async function makeKey(asked) {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: named(asked.excludeCredentials),
  };
  const made = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({ publicKey }));
  const response = /** @type {AuthenticatorAttestationResponse} */ (made.response);
  return answer(made, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
}

/** @param {any} asked */
async function proveKey(asked) {
  const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: named(asked.allowCredentials) };
  const proof = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }));
  const response = /** @type {AuthenticatorAssertionResponse} */ (proof.response);
  return answer(proof, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : undefined,
  });
}

/** @param {PublicKeyCredential} credential @param {object} response */
function answer({ id, rawId, type }, response) {
  return JSON.stringify({ id, rawId: text(rawId), type, response, clientExtensionResults: {} });
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const note = form.querySelector(".form-note");
  if (note) note.textContent = "";
  try {
    const fields = /** @type {[string, string][]} */ ([...new FormData(form)].filter(([name]) => name !== "password"));
    const asked = await fetch(form.dataset.ask ?? "", { method: "POST", body: new URLSearchParams(fields) });
    if (!asked.ok) throw new Error(`The desk answered ${asked.status}`);
    const question = await asked.json();
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("answer"));
    field.value = await (form.dataset.passkey === "new" ? makeKey(question) : proveKey(question));
    form.submit();
  } catch {
    if (note) note.textContent = form.dataset.denied ?? "";
  }
}

/** Keys belong to a site's name: an address in numbers has none. */
const hasName = !/^[\d.]+$|:/.test(location.hostname.replace(/^\[|\]$/g, ""));
if (window.PublicKeyCredential && hasName) {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]"))) {
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("[data-key]") ?? form.querySelector("button"));
    form.hidden = false;
    button.hidden = false;
    button.addEventListener("click", () => {
      const named = /** @type {HTMLInputElement | null} */ (form.querySelector("[name='name']"));
      if (named === null || named.reportValidity()) ask(form);
    });
  }
}
