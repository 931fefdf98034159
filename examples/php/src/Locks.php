<?php

declare(strict_types=1);

namespace Clinic;

/** Locks between the processes of this machine. The system gives them back when a process ends, however it ends. */
final readonly class Locks
{
    public function __construct(private string $folder)
    {
        is_dir($folder) || @mkdir($folder, 0700) || is_dir($folder) || throw new \RuntimeException("The folder $folder cannot be made.");
    }

    /** Does the work when it is this process's turn. */
    public function holding(string $name, callable $work): mixed
    {
        return $this->locked($name, LOCK_EX, $work);
    }

    /** Does the work, unless another process is at it: then it is null. */
    public function holdingIfFree(string $name, callable $work): mixed
    {
        return $this->locked($name, LOCK_EX | LOCK_NB, $work);
    }

    private function locked(string $name, int $how, callable $work): mixed
    {
        $file = fopen($this->folder . '/' . hash('sha256', $name), 'c');
        try {
            // A signal may end the wait early.
            while (!flock($file, $how, $taken)) {
                if ($taken) {
                    return null;
                }
            }

            return $work();
        } finally {
            fclose($file);
        }
    }
}
