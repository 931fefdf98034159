<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Osigu\Api;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Trouble;
use Clinic\Time;

/** Finds people with their sponsors. Coverage counts for today only, so each order searches again. */
final readonly class Eligibility
{
    /** In milliseconds. Forms change rarely, and every search needs them. */
    private const FORMS_KEPT = 5 * 60_000;

    public function __construct(private Api $api, private Database $database)
    {
    }

    public function search(array $order): Answer
    {
        if (!isset($order['sponsor_slug'], $order['fields'])) {
            return Answer::declined('A search needs a sponsor and what its form asks for.');
        }
        $person = $this->find($order['sponsor_slug'], $order['fields']);

        return Answer::done(['beneficiary_id' => $person->id, 'coverage_active' => $person->isCovered]);
    }

    /**
     * Whoever an order is about; null if it names nobody. An id alone says nothing about today's coverage, and Osigu may have replaced
     * it (the sandbox is wiped now and then): where we know what it was found by, we search again.
     */
    public function identify(array $order): ?Person
    {
        if (isset($order['beneficiary']['sponsor_slug'], $order['beneficiary']['fields'])) {
            return $this->find($order['beneficiary']['sponsor_slug'], $order['beneficiary']['fields']);
        }
        $id = $order['beneficiary_id'] ?? null;
        if ($id === null) {
            return null;
        }
        $known = $this->database->first('SELECT sponsor_slug, fields FROM people WHERE beneficiary_id = ?', $id);

        return $known ? $this->find($known['sponsor_slug'], json_decode($known['fields'], true)) : new Person($id, true);
    }

    private function find(string $sponsor, array $fields): Person
    {
        try {
            $found = $this->api->search($sponsor, self::fillIn($this->formsOf($sponsor), $fields));
        } catch (OsiguFault $fault) {
            // The form may have changed since; the next search reads it again.
            if ($fault->trouble === Trouble::Refused) {
                $this->database->run('DELETE FROM forms WHERE sponsor_slug = ?', $sponsor);
            }
            throw $fault;
        }
        $id = (string) $found['beneficiary_id'];
        $this->database->run('INSERT OR REPLACE INTO people VALUES (?, ?, ?)', $id, $sponsor, json_encode($fields));

        return new Person($id, ($found['coverage']['active'] ?? null) === true);
    }

    private function formsOf(string $sponsor): array
    {
        $kept = $this->database->first('SELECT list FROM forms WHERE sponsor_slug = ? AND read_at > ?', $sponsor, Time::now() - self::FORMS_KEPT);
        if ($kept) {
            return json_decode($kept['list'], true);
        }
        $list = $this->api->forms($sponsor);
        $this->database->run('INSERT OR REPLACE INTO forms VALUES (?, ?, ?)', $sponsor, json_encode($list), Time::now());

        return $list;
    }

    /** The values of the first form that the clerk can fill in, under the keys that the sponsor names. */
    private static function fillIn(array $forms, array $known): array
    {
        $known = array_filter($known, static fn ($value) => $value !== null && $value !== '');
        foreach ($forms as ['fields' => $fields]) {
            $wanted = array_column(array_filter($fields, static fn (array $field) => $field['required'] ?? false), 'key');
            if (!array_diff($wanted, array_keys($known))) {
                return array_intersect_key($known, array_flip(array_column($fields, 'key')));
            }
        }
        $each = array_map(static fn (array $form) => implode(' and ', array_column($form['fields'], 'key')), $forms);
        throw new OsiguFault(Trouble::Refused, errorCode: 'form', message: 'the sponsor searches by ' . implode(', or ', $each) . '.');
    }
}
