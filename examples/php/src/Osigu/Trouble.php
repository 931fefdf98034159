<?php

declare(strict_types=1);

namespace Clinic\Osigu;

/** Why a call did not end as asked. */
enum Trouble: string
{
    case NotFound = 'not found';
    case Conflict = 'conflict';
    case Refused = 'refused';
    case Credentials = 'credentials';
    case Busy = 'busy';
    case Outage = 'outage';
    /** A write was sent, and nobody knows what became of it. */
    case Uncertain = 'uncertain';
}
