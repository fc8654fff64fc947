/**
 * The services: each with its own context, in one JVM.
 */
@NullMarked
package io.hilum.quickstart.service;

import org.jspecify.annotations.NullMarked;
