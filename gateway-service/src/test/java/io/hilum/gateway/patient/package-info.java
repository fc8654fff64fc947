@NullMarked
package io.hilum.gateway.patient;

import org.jspecify.annotations.NullMarked;
