@NullMarked
package io.hilum.phi.scrub.web;

import org.jspecify.annotations.NullMarked;
