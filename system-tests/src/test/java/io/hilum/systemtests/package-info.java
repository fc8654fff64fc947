/**
 * The promises of the suite, each proved from outside on the running quick start.
 */
@NullMarked
package io.hilum.systemtests;

import org.jspecify.annotations.NullMarked;
