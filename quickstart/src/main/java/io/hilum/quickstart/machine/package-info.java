/**
 * Whether this machine can run the suite, and in which folder and on which ports.
 */
@NullMarked
package io.hilum.quickstart.machine;

import org.jspecify.annotations.NullMarked;
