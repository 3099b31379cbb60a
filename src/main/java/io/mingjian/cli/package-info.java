/// The command line.
///
/// [MingjianCommand] lists the commands, each a class that reads its arguments, calls the program and prints.
/// What a command works with comes through the [Launcher], which the root package implements: no command knows
/// how the parts are put together, and those that need no server start none.
///
/// Why:
/// - Standard output belongs to what was asked for; progress, warnings and errors go to standard error.
/// - Descriptions stand in `messages/commands.properties`, so that the help is written in the clerk's language.
@NullMarked
package io.mingjian.cli;

import org.jspecify.annotations.NullMarked;
