/**
 * Tests of access.json.
 */
@NullMarked
package io.hilum.quickstart.access;

import org.jspecify.annotations.NullMarked;
