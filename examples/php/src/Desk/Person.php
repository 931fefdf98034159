<?php

declare(strict_types=1);

namespace Clinic\Desk;

final readonly class Person
{
    public function __construct(public string $id, public bool $isCovered)
    {
    }
}
