/**
 * The hunt for identifiers in everything the system wrote.
 */
@NullMarked
package io.hilum.systemtests.canary;

import org.jspecify.annotations.NullMarked;
