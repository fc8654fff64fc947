/**
 * The directory of people, groups and programs that the identity provider keeps.
 */
@NullMarked
package io.hilum.usage.directory;

import org.jspecify.annotations.NullMarked;
