@NullMarked
package io.hilum.gateway.arrival;

import org.jspecify.annotations.NullMarked;
