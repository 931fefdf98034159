<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Time;

/**
 * Work that asks Osigu, done by processes of its own: a web server that waits for somebody else's answer keeps events waiting, too.
 * A screen puts a task in and asks for its answer until there is one.
 */
final readonly class Tasks
{
    /** In milliseconds. Screens ask at once or never. */
    private const KEPT = 24 * 3600_000;

    public function __construct(private Database $database)
    {
    }

    /** @return string A number that nobody guesses. */
    public function add(string $kind, array $input): string
    {
        $id = bin2hex(random_bytes(16));
        $this->database->run("INSERT INTO tasks VALUES (?, ?, ?, 'new', NULL, ?)", $id, $kind, json_encode($input), Time::now());

        return $id;
    }

    /** The answer as JSON; null for a task that is not there. */
    public function answer(string $id): ?string
    {
        $task = $this->database->first('SELECT answer FROM tasks WHERE task_id = ?', $id);

        return $task ? $task['answer'] ?? json_encode(['state' => 'working', 'message' => Words::STILL_WORKING]) : null;
    }

    /** The oldest that nobody works on, which is this process's from now on. @return array{task_id: string, kind: string, input: string}|null */
    public function take(): ?array
    {
        $oldest = "SELECT task_id FROM tasks WHERE state = 'new' ORDER BY rowid LIMIT 1";

        // Looking changes nothing, so the idle do not keep each other from writing.
        return $this->database->first($oldest) ? $this->database->first("UPDATE tasks SET state = 'taken' WHERE task_id = ($oldest) RETURNING *") : null;
    }

    /** What was entered is not kept: it names people. */
    public function end(string $id, Answer $answer): void
    {
        $this->database->run("UPDATE tasks SET state = 'ended', input = NULL, answer = ? WHERE task_id = ?", json_encode($answer, JSON_UNESCAPED_UNICODE), $id);
    }

    /** At the start, when nobody works yet. What was cut off is not begun again by itself, for nobody knows how far it came. */
    public function settleWhatWasCutOff(): void
    {
        $this->database->run('DELETE FROM tasks WHERE created_at < ?', Time::now() - self::KEPT);
        foreach ($this->database->all("SELECT task_id FROM tasks WHERE state = 'taken'") as ['task_id' => $id]) {
            $this->end($id, Answer::uncertain(Words::CUT_OFF));
        }
    }
}
