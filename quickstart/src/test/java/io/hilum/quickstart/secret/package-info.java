/**
 * Tests of what is drawn by lot.
 */
@NullMarked
package io.hilum.quickstart.secret;

import org.jspecify.annotations.NullMarked;
