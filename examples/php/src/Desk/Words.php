<?php

declare(strict_types=1);

namespace Clinic\Desk;

/** Sentences for the clerk. Different causes ask for different actions, so no two of them share a sentence. */
final class Words
{
    public const NOT_FOUND = 'Not found: the sponsor does not know this person or number. Check what was entered.';
    public const NOT_COVERED = 'The person was found, but the coverage is not active. Nothing was requested.';
    public const NOT_REGISTERED = 'A product of this order is not registered for this clinic. Nothing was ordered; have it registered first.';
    public const NOT_OURS = 'This clinic has not made that request.';
    public const ALREADY_USED = 'Already used: this was dispensed or completed before. Hand out nothing.';
    public const NOT_ACCEPTED = 'Osigu did not accept the credentials of this clinic. Tell the administrator.';
    public const BUSY = 'Osigu is busy and asks to wait. Try again in a minute.';
    public const OUT_OF_ORDER = 'Osigu is out of order at the moment. Nothing was done; try again later.';
    public const UNCERTAIN = 'The connection was lost, and it is not known whether this was done. Look it up before repeating it.';
    public const CUT_OFF = 'The clinic was restarted before this was finished. Look up what became of it before repeating it.';
    public const OUR_MISTAKE = 'Something went wrong in this clinic. It is not known how far this came; tell the administrator.';
    public const DOCUMENT_MISSING = 'The sponsor wants the medical indication. Attach it and send the order again.';
    public const WAITS_FOR_SPONSOR = 'The sponsor decides later. The decision will be shown here; nothing may be dispensed before.';
    public const PASSWORD_WANTED = 'The sponsor wants a one-time password. It was sent to the person; enter it and send again.';
    public const DEVICE_WANTED = 'The sponsor wants a biometric reading, and this counter has no device for it.';
    public const VOIDED = 'The authorization was withdrawn and must not be dispensed.';
    public const REJECTED = 'The sponsor rejected this; there is nothing to dispense.';
    public const EXPIRED = 'The authorization has expired and must not be dispensed.';
    public const STILL_WORKING = 'Still working on it.';

    /** A refusal may quote what was sent; telephone numbers and addresses do not belong on a screen. */
    public static function masked(string $text): string
    {
        return preg_replace(['/\S+@\S+/', '/\+?\d[\d -]{6,}\d/'], '***', $text);
    }
}
