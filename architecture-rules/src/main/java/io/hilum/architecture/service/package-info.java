/**
 * A service as its own main method starts it, and what it publishes, for tests from
 * outside.
 */
@NullMarked
package io.hilum.architecture.service;

import org.jspecify.annotations.NullMarked;
