/**
 * Postgres as a process of this machine.
 */
@NullMarked
package io.hilum.parts.postgres;

import org.jspecify.annotations.NullMarked;
