/**
 * Prompts whose identifiers are known.
 */
@NullMarked
package io.hilum.systemtests.corpus;

import org.jspecify.annotations.NullMarked;
