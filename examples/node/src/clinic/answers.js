// What a screen gets back: how it ended, and a sentence for the clerk. Different causes ask for different actions, so no two
// of them share a sentence.

export const done = (data, message) => ({ ending: 'done', message, data });
export const declined = (message, error, data) => ({ ending: 'declined', message, error, data });
export const waiting = (message, data) => ({ ending: 'waiting', message, data });
export const uncertain = (message, error, data) => ({ ending: 'uncertain', message, error, data });

export const WORDS = {
  notCovered: 'The person was found, but the coverage is not active. Nothing was requested.',
  documentMissing: 'The sponsor wants the medical indication. Attach it and send the order again.',
  waitsForSponsor: 'The sponsor decides later. The decision will be shown here; nothing may be dispensed before.',
  passwordWanted: 'The sponsor wants a one-time password. It was sent to the person; enter it and send again.',
  deviceWanted: 'The sponsor wants a biometric reading, and this counter has no device for it.',
  voided: 'The authorization was withdrawn and must not be dispensed.',
  rejected: 'The sponsor rejected this; there is nothing to dispense.',
  expired: 'The authorization has expired and must not be dispensed.',
};

/** The code for a product that is not among those registered for this clinic. */
const NOT_REGISTERED = '071-104';

/** The answer for a call that failed and that nothing else has to be said about. */
export function answerFor(fault) {
  const error = { status: fault.status, code: fault.code };
  switch (fault.kind) {
    case 'not-found':
      return declined('Not found: the sponsor does not know this person or number. Check what was entered.', error);
    case 'conflict':
      return declined('Already used: this was dispensed or completed before. Hand out nothing.', error);
    case 'credentials':
      return declined('Osigu did not accept the credentials of this clinic. Tell the administrator.', error);
    case 'busy':
      return declined('Osigu is busy and asks to wait. Try again in a minute.', error);
    case 'uncertain':
      return uncertain('The connection was lost, and it is not known whether this was done. Look it up before repeating it.', error);
    case 'refused':
      return fault.code === NOT_REGISTERED
        ? declined('A product of this order is not registered for this clinic. Nothing was ordered; have it registered first.', error)
        : declined(`Osigu refused what was sent (${fault.code ?? fault.status}): ${masked(fault.message)} Correct it and send again.`, error);
    default:
      return declined('Osigu is out of order at the moment. Nothing was done; try again later.', error);
  }
}

/** Wraps an operation so that it always ends with an answer, and never with an `OsiguFault`. */
export const answering =
  (operation) =>
  async (...order) => {
    try {
      return await operation(...order);
    } catch (fault) {
      if (fault.name !== 'OsiguFault') throw fault;
      return answerFor(fault);
    }
  };

// A refusal may quote what was sent; telephone numbers and addresses do not belong on a screen.
const masked = (text) => text.replace(/\S+@\S+/g, '***').replace(/\+?\d[\d -]{6,}\d/g, '***');
