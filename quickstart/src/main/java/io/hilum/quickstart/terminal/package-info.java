/**
 * What the user reads.
 */
@NullMarked
package io.hilum.quickstart.terminal;

import org.jspecify.annotations.NullMarked;
