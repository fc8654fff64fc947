/**
 * The quick start as a process of its own: started, killed, started again.
 */
@NullMarked
package io.hilum.systemtests.quickstart;

import org.jspecify.annotations.NullMarked;
