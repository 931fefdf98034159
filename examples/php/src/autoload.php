<?php

// There are no packages, so there is no vendor folder either: a class lies where its name says.
declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Clinic\\')) {
        require __DIR__ . '/' . strtr(substr($class, 7), '\\', '/') . '.php';
    }
});

// Whatever goes wrong is logged and shown to nobody, and no trace repeats what a function was given.
ini_set('display_errors', '0');
ini_set('log_errors', '1');
ini_set('zend.exception_ignore_args', '1');

// A notice is a mistake, and a mistake in the middle of a write should not go on.
set_error_handler(static fn (int $level, string $text, string $file, int $line) => error_reporting() & $level
    ? throw new ErrorException($text, 0, $level, $file, $line)
    : false);
