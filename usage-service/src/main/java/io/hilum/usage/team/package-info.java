/**
 * Teams, which pay, and their applications: who belongs to them and what their keys may
 * do.
 */
@NullMarked
package io.hilum.usage.team;

import org.jspecify.annotations.NullMarked;
