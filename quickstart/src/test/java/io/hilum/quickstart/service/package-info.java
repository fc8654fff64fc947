/**
 * Tests of the borders between services in one JVM.
 */
@NullMarked
package io.hilum.quickstart.service;

import org.jspecify.annotations.NullMarked;
