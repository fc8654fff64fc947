/**
 * Teams and applications over HTTP.
 */
@NullMarked
package io.hilum.usage.team.web;

import org.jspecify.annotations.NullMarked;
